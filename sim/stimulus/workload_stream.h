// The operands that a workload feeds to a datapath: codes, drawn or read, scaled and rounded.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "models/design/design.h"
#include "sim/config/workload.h"

namespace macroscope {

// One operand's stream as it turned out, for reports.
struct OperandFacts {
  // What values were divided by; they differ where blocks have scales of their own. Empty for
  // all_codes, which has no values.
  std::optional<double> least_scale;
  std::optional<double> greatest_scale;
  double zero_fraction = 0;  // Codes that stand for zero.
  // Signal to quantisation noise over the values in the stream. Empty where there is no noise or no
  // signal: all_codes, zeros, values that the format holds exactly.
  std::optional<double> signal_to_noise_db;
};

struct WorkloadFacts {
  OperandFacts a;
  OperandFacts b;
};

struct OperandStream {
  std::uint64_t count = 0;       // Operations.
  std::vector<std::uint64_t> a;  // As in Operands.
  std::vector<std::uint64_t> b;
  WorkloadFacts facts;
};

// The operands of workload.length operations: weights become a, activations b. Bit for bit the same
// on every machine. Length 0 with all_codes is all pairs, if they have at most 20 bits, else 4096.
// A tensor shorter than the stream starts again at its end. Where a format has no sign, negative
// values are taken as zero, as a rectifier leaves them. No code is NaN or infinity, but of
// all_codes. Throws BuildError for a tensor that cannot be read or a format beyond the range of
// doubles.
//
// For these two formats the magnitude that a scale rule chooses becomes the largest finite value;
// for a design it may become less, so that floating accumulators are not driven to infinity
// (sim/stimulus/full_scale.h).
OperandStream MakeOperands(const Workload& workload, const Format& a, const Format& b);
OperandStream MakeOperands(const Workload& workload, const Design& design);

// Reads the tensors that a workload names and throws BuildError as MakeOperands would, so that a
// sweep can say so before it starts.
void CheckTensors(const Workload& workload);

}  // namespace macroscope
