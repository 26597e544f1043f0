#include "sim/cosim/cosim.h"

#include <fmt/format.h>

#include <cstring>

#include "sim/base/build_error.h"
#include "sim/base/child.h"
#include "sim/base/files.h"
#include "sim/cosim/lockstep.h"
#include "sim/cosim/rtl_build.h"
#include "sim/cosim/shared_object.h"

namespace macroscope {
namespace {

std::string Pack(const CosimReport& report) {
  return fmt::format("{:d} {} {} {}", report.ok, report.cycles, report.operations, report.mismatch);
}

CosimReport Unpack(const ChildResult& child) {
  CosimReport report;
  if (!child.ok) {
    report.mismatch = "the simulation failed: " + child.text;
    return report;
  }
  int ok = 0, end = 0;
  if (std::sscanf(child.text.c_str(), "%d %lu %lu %n", &ok, &report.cycles, &report.operations,
                  &end) < 3) {
    report.mismatch = "the simulation failed: it left no report";
    return report;
  }
  report.ok = ok != 0;
  report.mismatch = child.text.substr(static_cast<std::size_t>(end));
  return report;
}

}  // namespace

CosimReport RunCosim(const Design& design, const CosimOptions& options) {
  const std::unique_ptr<Unit> unit = MakeUnit(design);
  const std::filesystem::path object =
      BuildRtl(*unit, options.cycles >= kLongRun ? RtlFlavour::kSystemcFast : RtlFlavour::kSystemc);
  CosimOptions run = options;
  if (!run.trace_file.empty()) {
    if (!run.trace_file.ends_with(".vcd")) run.trace_file += ".vcd";
    WriteFile(run.trace_file, "");  // Says early if it cannot be.
  }
  return Unpack(RunInChild([&] {
    const auto make_rtl = reinterpret_cast<SystemcEntry>(LoadEntry(object, kSystemcEntry));
    const auto make_model = [&](const char* name) { return MakeSystemcUnit(name, *unit); };
    return Pack(RunLockstep(*unit, make_model, make_rtl, run));
  }));
}

}  // namespace macroscope
