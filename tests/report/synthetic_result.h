// Made-up results of the shape of the FP8-versus-INT8 sweep, for tests of reports: 15 designs on
// two technologies, figures by rule and of no meaning.
#pragma once

#include "sim/sweep/result.h"

namespace macroscope {

SweepResult SyntheticResult();

// The same, where the checks of one design failed and another's synthesis did.
SweepResult SyntheticResultWithFailures();

// Two of the designs, one a fixed and one a floating accumulator, under three workloads: normal,
// outliers, zeros.
SweepResult SyntheticWorkloads();

// The 15 designs on two libraries of very different figures, each with a clock that some designs
// miss.
SweepResult SyntheticClocks();

// INT8 and FP8 in dot products of 1, 4 and 16 lanes with two accumulators, one library; and one
// format of blocks. The first design is the baseline.
SweepResult SyntheticLanes();

}  // namespace macroscope
