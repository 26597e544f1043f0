// The operand stream that activity is measured with, as YAML says it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "models/design/quantized_block.h"

namespace macroscope {

// Some values are larger: each, with probability `fraction`, is multiplied by `scale`.
struct Outliers {
  double fraction = 0;
  double scale = 1;
};

// How real values are divided before they are rounded to the operand's format.
enum class ScaleRule { kAbsoluteMaximum, kPercentile, kMeanSquareError, kFixed };

struct Scale {
  ScaleRule rule = ScaleRule::kAbsoluteMaximum;
  double percentile = 100;  // kPercentile: of the magnitudes, becomes the format's largest value.
  double value = 1;         // kFixed: what values are divided by.
  std::uint64_t block = 0;  // Values that share a scale, in the order of the stream; 0: all.
};

// Values that belong together beyond a block: what a tensor's own scale, or the exponent that a
// tensor shares, is chosen for.
struct TensorCut {
  std::uint64_t values = 0;  // In the order of the stream; 0: all.
  double drift = 0;  // Each 32 tensors values grow by 2^drift, and each next 32 shrink again.
};

// Where one operand's values come from.
struct Operand {
  std::string distribution =
      "normal";                   // normal laplace student_t uniform lognormal all_codes zeros
  double degrees_of_freedom = 5;  // student_t
  double sigma = 1;               // lognormal: of the logarithm
  std::string tensor;             // Absolute path of an .npy file, instead of a distribution.
  Outliers outliers;
  double sparsity = 0;  // This fraction of the values is made zero.
  Scale scale;          // Of plain formats; blocks choose theirs:
  BlockScaleRule scale_rule = BlockScaleRule::kFloor;
  bool saturates = true;  // Else what is too large becomes infinity or NaN, where there is one.
  TensorCut tensors;
};

struct Workload {
  std::string name;             // What tables call it.
  Operand weights;              // Operand a.
  Operand activations;          // Operand b.
  std::uint64_t length = 4096;  // Operations. 0, of all_codes only: every pair of codes once.
  std::uint64_t seed = 1;
  std::uint64_t dot_length = 32;  // Products a sum; then the accumulator is cleared. 0: one sum.
};

}  // namespace macroscope
