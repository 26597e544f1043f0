#include "tests/timing/opensta.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <sstream>
#include <string>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/base/process.h"
#include "tests/base/temporary_folder.h"

namespace macroscope {
namespace {

// Any period does: slack is not looked at. {clock} is the port of a clocked design, or nothing for
// a virtual clock.
constexpr const char* kScript = R"(read_liberty library.lib
read_verilog netlist.v
link_design {top}
set_cmd_units -time ps -capacitance fF
create_clock -name clock -period 1000000 {clock}
set_input_delay 0 -clock clock [all_inputs]
set_output_delay 0 -clock clock [all_outputs]
set_false_path -from [get_ports -quiet rst_ni]
{loads}
report_checks -path_delay max -format full -digits 5
{slews}
)";

std::string AskForSlews(const Netlist& netlist) {
  std::string text;
  for (std::size_t i = 0; i < netlist.instances.size(); ++i) {
    const NetlistInstance& instance = netlist.instances[i];
    for (std::size_t pin = 0; pin < instance.nets.size(); ++pin) {
      if (instance.nets[pin] < 0 || instance.cell->pins[pin].direction != PinDirection::kOutput) {
        continue;
      }
      text += fmt::format(
          "set pin [get_pins i{}/{}]\n"
          "puts \"slew {} [get_property $pin actual_rise_transition_max] "
          "[get_property $pin actual_fall_transition_max]\"\n",
          i, instance.cell->pins[pin].name, instance.nets[pin]);
    }
  }
  return text;
}

// Lines of a path are `increment time edge pin (cell)`; the data path ends with `data arrival
// time`.
OpenStaTiming ParseReport(const Netlist& netlist, const std::string& report) {
  OpenStaTiming timing;
  timing.slew_ps.resize(netlist.net_count);
  std::istringstream lines(report);
  for (std::string line; std::getline(lines, line);) {
    double time = 0;
    int net = 0;
    RiseFall slew;
    if (std::sscanf(line.c_str(), "slew %d %lf %lf", &net, &slew.rise, &slew.fall) == 3) {
      timing.slew_ps.at(net) = slew;
    } else if (line.find("data arrival time") != std::string::npos) {
      if (!timing.critical_path_ps) {
        std::sscanf(line.c_str(), "%lf", &time);
        timing.critical_path_ps = time;
      }
    } else if (line.find("library setup time") != std::string::npos) {
      std::sscanf(line.c_str(), "%lf", &time);
      *timing.critical_path_ps -= time;  // It is taken off the time at which data are required.
    }
  }
  return timing;
}

}  // namespace

std::string WithoutWireLoad(const LibertyFile& file) {
  std::string text(file.text());
  const LibertyAttribute* wire_load = file.library().Find("default_wire_load");
  if (wire_load != nullptr) {
    const auto from = static_cast<std::size_t>(wire_load->name.data() - file.text().data());
    text.erase(from, text.find(';', from) + 1 - from);
  }
  return text;
}

std::string WireLoads(const Netlist& netlist, const WireModel& wire) {
  if (wire.per_net_ff == 0 && wire.per_fanout_ff == 0) return "";
  std::vector<int> fanout(netlist.net_count);
  std::vector<std::string> sink(netlist.net_count);
  for (std::size_t i = 0; i < netlist.instances.size(); ++i) {
    const NetlistInstance& instance = netlist.instances[i];
    for (std::size_t pin = 0; pin < instance.nets.size(); ++pin) {
      const int net = instance.nets[pin];
      if (net < 2 || instance.cell->pins[pin].direction != PinDirection::kInput) continue;
      ++fanout[net];
      sink[net] = fmt::format("i{}/{}", i, instance.cell->pins[pin].name);
    }
  }
  std::string text;
  for (int net = 0; net < netlist.net_count; ++net) {
    if (fanout[net] == 0) continue;
    text += fmt::format("set_load -wire_load {} [get_nets -of_objects [get_pins {}]]\n",
                        wire.per_net_ff + wire.per_fanout_ff * fanout[net], sink[net]);
  }
  return text;
}

OpenStaTiming RunOpenSta(const Netlist& netlist, const WireModel& wire) {
  const bool has_flip_flops = std::ranges::any_of(
      netlist.instances, [](const NetlistInstance& i) { return i.cell->sequential.has_value(); });
  const TemporaryFolder folder;
  WriteFile(folder.path() / "library.lib", WithoutWireLoad(netlist.library->file()));
  WriteFile(folder.path() / "netlist.v", WriteVerilog(netlist));
  WriteFile(folder.path() / "timing.tcl",
            fmt::format(kScript, fmt::arg("top", netlist.top),
                        fmt::arg("clock", has_flip_flops ? "[get_ports clk_i]" : ""),
                        fmt::arg("loads", WireLoads(netlist, wire)),
                        fmt::arg("slews", AskForSlews(netlist))));
  const std::string report =
      RunChecked({"sta", "-no_init", "-no_splash", "-exit", "timing.tcl"}, folder.path());
  // OpenSTA goes on after an error in a script, and ends with 0.
  if (report.find("Error:") != std::string::npos ||
      (report.find("data arrival time") == std::string::npos &&
       report.find("No paths found") == std::string::npos)) {
    throw BuildError(fmt::format("OpenSTA did not time {}: {}", netlist.top,
                                 report.substr(report.find("Error:"), 500)));
  }
  return ParseReport(netlist, report);
}

}  // namespace macroscope
