#include "sim/cosim/lockstep.h"

#include <fmt/format.h>

#include <bit>
#include <optional>

#include "sim/cosim/clocked_stimulus.h"
#include "sim/cosim/lockstep_bench.h"
#include "sim/cosim/lockstep_trace.h"
#include "sim/cosim/operation_log.h"

namespace macroscope {
namespace {

struct Divergence {
  std::string text;
  std::size_t ahead = 0;  // Operations between the one concerned and the output.
};

// Registers between the inputs and a stage.
int RegistersBefore(const Unit& unit, int stage) {
  return std::popcount(unit.design().structure.cuts & ((std::uint32_t{1} << stage) - 1));
}

// Operations that are closer to the output than the one in `stage`.
std::size_t Ahead(const Unit& unit, const LockstepSide& side, int stage) {
  const int stages = static_cast<int>(unit.stages().size());
  std::size_t ahead = 0;
  int here = RegistersBefore(unit, stage);
  for (int later = stage + 1; later < stages; ++later) {
    const int registers = RegistersBefore(unit, later);
    if (registers > here && side.stage_valid(later)) ++ahead;
    here = registers;
  }
  const bool output_register =
      unit.design().form == Form::kMac || RegistersBefore(unit, stages) > here;
  return ahead + (output_register && side.valid ? 1 : 0);
}

// The first difference in the order in which data flows.
std::optional<Divergence> Compare(const Unit& unit, const LockstepSide& model,
                                  const LockstepSide& rtl) {
  for (int i = 0; i < static_cast<int>(unit.stages().size()); ++i) {
    const StageShape& stage = unit.stages()[static_cast<std::size_t>(i)];
    const bool valid = model.stage_valid(i);
    if (valid != rtl.stage_valid(i)) {
      return Divergence{fmt::format("first stage that diverged: {}; valid: {} {:d}, {} {:d}",
                                    stage.name, model.name, valid, rtl.name, rtl.stage_valid(i)),
                        Ahead(unit, model, i)};
    }
    if (!valid) continue;
    const Bits expected = model.stage_output(i), actual = rtl.stage_output(i);
    if (expected != actual) {
      return Divergence{
          fmt::format("first stage that diverged: {}; {}: {}; {}: {}", stage.name, model.name,
                      Describe(stage, expected), rtl.name, Describe(stage, actual)),
          Ahead(unit, model, i)};
    }
  }
  const PortsOut expected = model.Ports(), actual = rtl.Ports();
  const auto port = [&](const char* name, const std::string& e, const std::string& a) {
    return Divergence{fmt::format("all stages agree, port {} does not; {}: {}, {}: {}", name,
                                  model.name, e, rtl.name, a),
                      0};
  };
  if (expected.valid != actual.valid) {
    return port("valid_o", std::to_string(expected.valid), std::to_string(actual.valid));
  }
  if (expected.valid && expected.z != actual.z) {
    return port("z_o", Hex(expected.z, unit.z_bits()), Hex(actual.z, unit.z_bits()));
  }
  if (expected.valid && expected.flags != actual.flags) {
    return port("flags_o", std::to_string(expected.flags), std::to_string(actual.flags));
  }
  if (expected.ready != actual.ready) {
    return port("ready_o", std::to_string(expected.ready), std::to_string(actual.ready));
  }
  return std::nullopt;
}

}  // namespace

CosimReport RunLockstep(const Unit& unit, const MakeModel& make_model, SystemcEntry make_rtl,
                        const CosimOptions& options) {
  LockstepInputs inputs;
  LockstepSide model_side("systemc"), rtl_side("rtl");
  const std::unique_ptr<SystemcUnit> model = make_model("model");
  const std::unique_ptr<SystemcDut> rtl(make_rtl("dut"));
  inputs.Connect(*model, model_side);
  inputs.Connect(*rtl, rtl_side);
  std::optional<LockstepTrace> trace;
  if (!options.trace_file.empty()) {
    trace.emplace(options.trace_file, unit, inputs, model_side, rtl_side);
  }

  ClockedStimulus stimulus(unit, options.seed);
  OperationLog log(unit);
  CosimReport report;
  bool accepted = false;
  for (std::uint64_t cycle = 0; cycle < options.cycles && report.mismatch.empty(); ++cycle) {
    const PortsIn& in = stimulus.Next(accepted);
    inputs.clk.write(false);
    inputs.Write(in);
    // Inputs ripple through to the outputs.
    sc_core::sc_start(trace ? 4 : 5, sc_core::SC_NS);
    if (trace) {
      trace->Sample(in);
      sc_core::sc_start(1, sc_core::SC_NS);  // Into the waves.
    }
    accepted = in.reset_n && in.valid && model_side.ready;
    if (in.reset_n) {
      if (const auto divergence = Compare(unit, model_side, rtl_side)) {
        report.mismatch =
            fmt::format("cycle {}, seed {}: {}; {}", cycle, options.seed, divergence->text,
                        log.Describe(in, log.Ahead(divergence->ahead, in)));
      } else {
        ++report.cycles;
      }
    }
    log.Clock(in, model_side.Ports());
    inputs.clk.write(true);
    sc_core::sc_start(5, sc_core::SC_NS);
  }
  report.operations = log.taken();
  if (report.mismatch.empty() && report.operations == 0) {
    report.mismatch = "no operation came through";
  }
  report.ok = report.mismatch.empty();
  return report;
}

}  // namespace macroscope
