// The operands that a workload feeds to a datapath: codes, drawn or read, scaled and rounded.
#pragma once

#include <cstdint>
#include <vector>

#include "models/design/design.h"
#include "sim/config/workload.h"
#include "sim/stimulus/operand_facts.h"

namespace macroscope {

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
// (sim/stimulus/full_scale.h). Of a design of several lanes each operation takes that many values
// in a row, and blocks lie along them (sim/stimulus/lane_words.h).
OperandStream MakeOperands(const Workload& workload, const Format& a, const Format& b);
OperandStream MakeOperands(const Workload& workload, const Design& design);

// Reads the tensors that a workload names and throws BuildError as MakeOperands would, so that a
// sweep can say so before it starts.
void CheckTensors(const Workload& workload);

}  // namespace macroscope
