// The designs that are timed: one of each unit at 8 bits, and the widest of the scalar formats.
#pragma once

#include <vector>

#include "models/design/design.h"

namespace macroscope {

// In operation form, without registers.
std::vector<Design> BenchDesigns();

// Called once, before the benchmarks run: BENCHMARK() knows nothing of designs.
void RegisterEngineBenchmarks();
void RegisterBatchBenchmarks();
// Beside a batch's: the host's own arithmetic, where it has the design's.
void RegisterHostBenchmark(const Design& design);
void RegisterGemmBenchmarks();
void RegisterClockedBenchmarks();
void RegisterActivityBenchmarks();

}  // namespace macroscope
