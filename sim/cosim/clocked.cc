#include <fmt/format.h>

#include "models/common/cycle_model.h"
#include "sim/cosim/clocked_stimulus.h"
#include "sim/cosim/cosim.h"
#include "sim/cosim/operation_log.h"
#include "sim/cosim/rtl_dut.h"

namespace macroscope {
namespace {

// What is wrong with the ports, if anything.
std::string Difference(const Unit& unit, const PortsOut& model, const PortsOut& rtl) {
  if (model.ready != rtl.ready) {
    return fmt::format("ready_o: model {:d}, rtl {:d}", model.ready, rtl.ready);
  }
  if (model.valid != rtl.valid) {
    return fmt::format("valid_o: model {:d}, rtl {:d}", model.valid, rtl.valid);
  }
  if (model.valid && model.z != rtl.z) {
    return fmt::format("z_o: model {}, rtl {}", Hex(model.z, unit.z_bits()),
                       Hex(rtl.z, unit.z_bits()));
  }
  if (model.valid && model.flags != rtl.flags) {
    return fmt::format("flags_o: model {:02x}, rtl {:02x}", model.flags, rtl.flags);
  }
  return "";
}

}  // namespace

CosimReport RunClocked(const Unit& unit, const CosimOptions& options) {
  RtlDut rtl(unit, options.cycles >= kLongRun ? RtlFlavour::kFast : RtlFlavour::kTapped);
  CycleModel model(unit);
  ClockedStimulus stimulus(unit, options.seed);
  OperationLog log(unit);
  CosimReport report;
  bool accepted = false;
  for (std::uint64_t cycle = 0; cycle < options.cycles; ++cycle) {
    const PortsIn& in = stimulus.Next(accepted);
    const PortsOut expected = model.Outputs(in);
    const PortsOut actual = rtl.Outputs(in);
    accepted = in.reset_n && in.valid && expected.ready;
    if (in.reset_n) {
      const std::string difference = Difference(unit, expected, actual);
      if (!difference.empty()) {
        report.mismatch = fmt::format("cycle {}, seed {}: {}; {}", cycle, options.seed, difference,
                                      log.Describe(in, log.AtOutput(in)));
        report.operations = log.taken();
        return report;
      }
      ++report.cycles;
    }
    log.Clock(in, expected);
    model.Clock(in);
    rtl.Clock();
  }
  report.operations = log.taken();
  report.ok = report.operations > 0;
  if (!report.ok) report.mismatch = "no operation came through";
  return report;
}

}  // namespace macroscope
