// Timed gate-level simulation beside Icarus Verilog's, of the same netlist, delays and operands;
// and what an energy costs to know.
#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include "models/formats/catalogue.h"
#include "sim/activity/measure_activity.h"
#include "sim/activity/settled_simulation.h"
#include "sim/activity/timed_simulation.h"
#include "sim/cost/cost_model.h"
#include "sim/cost/mapped_unit.h"
#include "tests/activity/icarus.h"
#include "tests/base/temporary_folder.h"
#include "tests/bench/bench_designs.h"
#include "tests/netlist/osu018.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kOperations = 10'000;
constexpr std::uint64_t kIcarusOperations = 1'000;

struct Prepared {
  explicit Prepared(const Design& design, std::uint64_t length) : unit(MakeUnit(design)) {
    workload.length = length;
    workload.dot_length = 64;
    const Technology technology = Osu018Technology();
    mapped = MapUnit(*unit, technology, OpenCellLibrary(technology.liberty, {}));
    graph = MakeGateGraph(mapped.staged);
    delays = MakeGateDelays(graph, mapped.timing, 20'000);
    operands = MakeOperands(workload, design);
  }
  std::unique_ptr<Unit> unit;
  Workload workload;
  MappedUnit mapped;
  GateGraph graph;
  GateDelays delays;
  OperandStream operands;
};

std::vector<CycleBlock> Blocks(const Prepared& prepared) {
  UnitStimulus stimulus(*prepared.unit, prepared.graph, prepared.operands,
                        prepared.workload.dot_length);
  std::vector<CycleBlock> blocks = {stimulus.WarmUp()};
  while (blocks.back().cycles > 0) blocks.push_back(stimulus.Next());
  blocks.pop_back();
  return blocks;
}

// Ours finds what the flip-flops store and every change of every net.
void RunOurs(benchmark::State& state, const Design& design) {
  const Prepared prepared(design, kOperations);
  std::vector<CycleBlock> blocks = Blocks(prepared);
  Activity activity(prepared.mapped.staged, prepared.graph.shapes);
  for ([[maybe_unused]] auto _ : state) {
    SettledSimulation settled(prepared.graph);
    TimedSimulation timed(prepared.graph, prepared.delays);
    for (CycleBlock& block : blocks) {
      settled.Run(block, nullptr);
      timed.Run(block, &activity);
    }
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kOperations));
}

// Icarus simulates and counts nothing; compiling is not in its time.
void RunIcarus(benchmark::State& state, const Design& design) {
  const Prepared prepared(design, kIcarusOperations);
  const TemporaryFolder folder;
  const IcarusBench icarus(prepared.graph, prepared.delays, Blocks(prepared), folder.path(),
                           /*counts=*/false);
  for ([[maybe_unused]] auto _ : state) state.SetIterationTime(icarus.Run().seconds);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kIcarusOperations));
}

// All of it but mapping: timing, operands, both simulations, prices.
void RunEstimate(benchmark::State& state, const Design& design) {
  const auto unit = MakeUnit(design);
  Workload workload;
  workload.length = kOperations;
  workload.dot_length = 64;
  const auto model = MakeCostModel(Osu018Technology(), workload);
  for ([[maybe_unused]] auto _ : state) {
    benchmark::DoNotOptimize(model->Estimate(*unit));
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.counters["peak_mib"] = static_cast<double>(usage.ru_maxrss) / 1024;
}

}  // namespace

// The accumulator form, and beside the others the unit of the chart of FP8 against INT8 that has
// most cells.
void RegisterActivityBenchmarks() {
  std::vector<Design> designs = BenchDesigns();
  DesignText text;
  text.unit = "fp_fma";
  text.operands = "fp8_e4m3";
  text.accumulator = "fp32";
  text.cuts = "multiply+add";
  designs.push_back(ParseDesign(text, Catalogue()));
  for (Design& design : designs) {
    design.form = Form::kMac;
    design.flags = FlagOutput::kOff;
    const std::string name = DisplayName(design);
    benchmark::RegisterBenchmark((name + "/timed").c_str(), [=](benchmark::State& state) {
      RunOurs(state, design);
    })->Unit(benchmark::kMillisecond);
    benchmark::RegisterBenchmark((name + "/icarus").c_str(),
                                 [=](benchmark::State& state) { RunIcarus(state, design); })
        ->Unit(benchmark::kMillisecond)
        ->UseManualTime();
    benchmark::RegisterBenchmark((name + "/energy").c_str(), [=](benchmark::State& state) {
      RunEstimate(state, design);
    })->Unit(benchmark::kMillisecond);
  }
}

}  // namespace macroscope
