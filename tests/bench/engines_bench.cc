// Operations a second of every engine, on corner-biased operands; and of the batch call against the
// RTL, drawing the operands and comparing results and flags included.
#include <benchmark/benchmark.h>

#include "sim/cosim/compare.h"
#include "sim/cosim/engine.h"
#include "sim/stimulus/corner_biased.h"
#include "tests/bench/bench_designs.h"
#include "tests/netlist/osu018.h"

namespace macroscope {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16;

void RunEngine(benchmark::State& state, const Design& design, const std::string& name) {
  const auto unit = MakeUnit(design);
  const auto engine = MakeEngine(name, design, Osu018Technology());
  const auto limbs = static_cast<std::size_t>(unit->c_limbs());
  OperandBlock block(kBlock, unit->limbs());
  std::vector<std::uint64_t> z(kBlock * limbs);
  CornerBiased(design, unit->c_bits(), /*seed=*/1).Fill(block.Buffers(kBlock));
  for ([[maybe_unused]] auto _ : state) {
    engine->Evaluate(block.First(kBlock), z, {});
    benchmark::DoNotOptimize(z.data());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kBlock));
}

void RunCheck(benchmark::State& state, const Design& design) {
  const auto unit = MakeUnit(design);
  const auto batch = MakeEngine("batch", design, Osu018Technology());
  const auto rtl = MakeEngine("rtl", design, Osu018Technology());
  CornerBiased source(design, unit->c_bits(), /*seed=*/1);
  for ([[maybe_unused]] auto _ : state) {
    const CompareReport report = CompareEngines(*unit, *batch, *rtl, source, kBlock);
    if (!report.ok) state.SkipWithError(report.mismatch.c_str());
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kBlock));
}

}  // namespace

void RegisterEngineBenchmarks() {
  for (const Design& design : BenchDesigns()) {
    for (const char* name : {"law", "reference", "rtl", "netlist"}) {
      benchmark::RegisterBenchmark((DisplayName(design) + "/" + name).c_str(),
                                   [=](benchmark::State& state) { RunEngine(state, design, name); })
          ->Unit(benchmark::kMillisecond);
    }
    benchmark::RegisterBenchmark((DisplayName(design) + "/check").c_str(),
                                 [=](benchmark::State& state) { RunCheck(state, design); })
        ->Unit(benchmark::kMillisecond);
  }
}

}  // namespace macroscope
