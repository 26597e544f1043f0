#include "sim/cost/timing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <sstream>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/base/process.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

// Any period does: slack is not looked at. {clock} is the port of a clocked design, or nothing for
// a virtual clock.
constexpr const char* kScript = R"(read_liberty {{{liberty}}}
read_verilog netlist.v
link_design {top}
set_cmd_units -time ps
create_clock -name clock -period 1000000 {clock}
set_input_delay 0 -clock clock [all_inputs]
set_output_delay 0 -clock clock [all_outputs]
set_false_path -from [get_ports rst_ni]
report_checks -path_delay max -format full -digits 3
)";

bool HasFlipFlops(const Netlist& netlist) {
  return std::ranges::any_of(netlist.instances, [](const NetlistInstance& instance) {
    return instance.cell->sequential.has_value();
  });
}

// `i<number>/pin` of WriteVerilog, or nullptr for a port.
const NetlistInstance* FindInstance(const Netlist& netlist, const std::string& pin) {
  int number = 0;
  if (std::sscanf(pin.c_str(), "i%d/", &number) != 1) return nullptr;
  if (number < 0 || number >= static_cast<int>(netlist.instances.size())) return nullptr;
  return &netlist.instances[static_cast<std::size_t>(number)];
}

// Reads a report line by line. Lines of a path are `increment time edge pin (cell)`; the data path
// ends with `data arrival time`.
class PathReader {
 public:
  explicit PathReader(const Netlist& netlist) : netlist_(netlist) {}

  void Read(const std::string& line) {
    double increment = 0;
    double time = 0;
    char edge = 0;
    char pin[256] = "";
    if (line.find("data arrival time") != std::string::npos) {
      arrived_ = true;
    } else if (line.find("library setup time") != std::string::npos &&
               std::sscanf(line.c_str(), "%lf", &increment) == 1) {
      Add(-increment);  // It is taken off the time at which data are required.
    } else if (!arrived_ &&
               std::sscanf(line.c_str(), " %lf %lf %c %255s", &increment, &time, &edge, pin) == 4 &&
               (edge == '^' || edge == 'v')) {
      const NetlistInstance* instance = FindInstance(netlist_, pin);
      if (instance != nullptr) last_path_ = instance->path;
      if (instance != nullptr && increment > 0) ++path_.cells;
      Add(increment);
    }
  }

  std::optional<CriticalPath> path() const {
    return arrived_ ? std::optional(path_) : std::nullopt;
  }

 private:
  void Add(double increment_ps) {
    path_.delay_ps += increment_ps;
    path_.share_ps[last_path_] += increment_ps;
  }

  const Netlist& netlist_;
  CriticalPath path_;
  std::string last_path_;
  bool arrived_ = false;
};

std::optional<CriticalPath> ParseReport(const Netlist& netlist, const std::string& report) {
  PathReader reader(netlist);
  std::istringstream lines(report);
  for (std::string line; std::getline(lines, line);) reader.Read(line);
  return reader.path();
}

}  // namespace

std::optional<CriticalPath> FindCriticalPath(const Netlist& netlist, Cache& cache) {
  const std::string verilog = WriteVerilog(netlist);
  const std::string script = fmt::format(
      kScript, fmt::arg("liberty", fs::absolute(netlist.library->file().path()).string()),
      fmt::arg("top", netlist.top),
      fmt::arg("clock", HasFlipFlops(netlist) ? "[get_ports clk_i]" : ""));
  KeyBuilder key;
  key.Add("netlist", verilog).Add("script", kScript).Add("liberty", netlist.library->hash());
  key.Add("sta", ToolVersion("sta"));
  const fs::path folder = cache.Get("timing", key.Hash(), [&](const fs::path& empty) {
    WriteFile(empty / "netlist.v", verilog);
    WriteFile(empty / "timing.tcl", script);
    const std::string report =
        RunChecked({"sta", "-no_init", "-no_splash", "-exit", "timing.tcl"}, empty);
    // OpenSTA goes on after an error in a script, and ends with 0.
    if (report.find("data arrival time") == std::string::npos &&
        report.find("No paths found") == std::string::npos) {
      throw BuildError(
          fmt::format("OpenSTA did not time {}: {}; it must be able to read the library {}",
                      netlist.top, report.substr(0, 500), netlist.library->name()));
    }
    WriteFile(empty / "report.txt", report);
  });
  return ParseReport(netlist, ReadFile(folder / "report.txt"));
}

}  // namespace macroscope
