// How real values are divided before they are rounded to a format: what a scale is, and how well a
// format holds values at one.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "models/formats/format.h"
#include "sim/config/workload.h"

namespace macroscope {

class LogCodes;

// The value of a finite code, rounded to double where it has more bits.
double ValueOf(const Format& format, std::uint64_t code);

// Rounds doubles to a format's nearest finite value, as a double, in nanoseconds: what searches for
// scales can afford. Ties and the last bits of wide formats may differ from Quantize, the error's
// size does not (tests/stimulus/scaling_test.cc).
class NearestValue {
 public:
  explicit NearestValue(const Format& format);
  double operator()(double value) const;

  double greatest() const { return greatest_; }

 private:
  double Posit(double value) const;

  int fraction_bits_;         // Of integers 0.
  int min_quantum_exponent_;  // Values are multiples of 2^this.
  bool is_integer_;
  PositLayout posit_;  // Of width 0 of other formats.
  double least_;
  double greatest_;
  double gap_ = 0;  // The least positive value, where there is a gap between it and zero.
  bool has_zero_ = true;
  std::shared_ptr<const LogCodes> logarithms_;  // Of formats that hold them.
  std::vector<double> table_;  // Of a codebook or double-base format: its values, ascending.
};

// What the values are divided by, so that the magnitude the rule chooses becomes `full_scale` (for
// kFixed: the value it states). `full_scale` is positive, at most the format's greatest value. Zero
// is no magnitude, so that sparsity moves no percentile; of nothing but zeros the scale is 1.
double ChooseScale(const Scale& rule, std::span<const double> values, const NearestValue& nearest,
                   double full_scale);

// Mean of (value - scale * nearest(value / scale))^2.
double MeanSquareError(std::span<const double> values, const NearestValue& nearest, double scale);

}  // namespace macroscope
