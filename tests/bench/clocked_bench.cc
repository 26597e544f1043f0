// Cycles a second of the comparisons under a clock, with two registers in the pipeline: SystemC
// model and RTL in one simulation, every stage compared; and the laws' cycle model against the
// RTL's ports.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "sim/cosim/cosim.h"
#include "tests/bench/bench_designs.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kCycles = 100'000;

// Of this process and, as RunCosim simulates in one, of its children that are done.
double ProcessorSeconds() {
  double seconds = 0;
  for (const int who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage usage{};
    getrusage(who, &usage);
    for (const timeval& time : {usage.ru_utime, usage.ru_stime}) {
      seconds += static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    }
  }
  return seconds;
}

using Comparison = CosimReport (*)(const Design&, const CosimOptions&);

void RunComparison(benchmark::State& state, const Design& design, Comparison compare) {
  CosimOptions options;
  options.cycles = kCycles;
  compare(design, options);  // Builds what is not in the cache.
  for ([[maybe_unused]] auto _ : state) {
    const double start = ProcessorSeconds();
    const CosimReport report = compare(design, options);
    state.SetIterationTime(ProcessorSeconds() - start);
    if (!report.ok) state.SkipWithError(report.mismatch.c_str());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kCycles));
}

CosimReport Clocked(const Design& design, const CosimOptions& options) {
  return RunClocked(*MakeUnit(design), options);
}

void Register(const Design& design, const char* name, Comparison compare) {
  benchmark::RegisterBenchmark(
      (DisplayName(design) + "/" + name).c_str(),
      [=](benchmark::State& state) { RunComparison(state, design, compare); })
      ->UseManualTime()
      ->Unit(benchmark::kMillisecond);
}

}  // namespace

void RegisterClockedBenchmarks() {
  for (Design design : BenchDesigns()) {
    design.form = Form::kMac;
    design.flags = FlagOutput::kOff;
    design.structure.cuts = PlaceCuts(design, 2);
    Register(design, "clocked", Clocked);
    Register(design, "lockstep", RunCosim);
  }
}

}  // namespace macroscope
