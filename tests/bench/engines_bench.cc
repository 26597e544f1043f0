// Operations a second of every engine, on corner-biased operands.
#include <benchmark/benchmark.h>

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
  std::vector<std::uint64_t> a(kBlock), b(kBlock), c(kBlock * limbs), z(kBlock * limbs);
  CornerBiased(design, unit->c_bits(), /*seed=*/1).Fill(a, b, c);
  for ([[maybe_unused]] auto _ : state) {
    engine->Evaluate({a, b, c}, z, {});
    benchmark::DoNotOptimize(z.data());
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
  }
}

}  // namespace macroscope
