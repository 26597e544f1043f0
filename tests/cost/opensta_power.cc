#include "tests/cost/opensta_power.h"

#include <fmt/format.h>

#include <cstdio>
#include <sstream>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/base/process.h"
#include "tests/base/temporary_folder.h"
#include "tests/timing/opensta.h"
#include "tests/timing/small_library.h"

namespace macroscope {
namespace {

constexpr const char* kScript = R"(read_liberty library.lib
read_verilog netlist.v
link_design {top}
set_cmd_units -time ps -capacitance fF
create_clock -name clock -period {period} {clock}
{loads}{activities}report_power -digits 9 -instances {{{instances}}}
)";

constexpr double kFjPerWattPs = 1e3;

// Rise 1 fJ, fall 3 fJ: two changes are 4 fJ. A cell for each kind of pin.
std::string FlipFlop(const std::string& name, const std::string& priced_pin) {
  const auto power = [&](const std::string& pin) -> std::string {
    if (pin != priced_pin) return "";
    return fmt::format(
        "internal_power () {{ {} rise_power (scalar) {{ values (\"1\"); }} "
        "fall_power (scalar) {{ values (\"3\"); }} }}\n",
        pin == "Q" ? "related_pin : \"CK\";" : "");
  };
  return fmt::format(R"(
  cell ({}) {{
    area : 1;
    ff (IQ, IQN) {{ next_state : "D"; clocked_on : "CK"; }}
    pin (CK) {{ direction : input; capacitance : 1; clock : true; {} }}
    pin (D) {{
      direction : input; capacitance : 1; {}
      timing () {{
        related_pin : "CK"; timing_type : setup_rising;
        rise_constraint (scalar) {{ values ("1"); }} fall_constraint (scalar) {{ values ("1"); }}
      }}
    }}
    pin (Q) {{
      direction : output; function : "IQ"; {}
      timing () {{
        related_pin : "CK"; timing_type : rising_edge;
        cell_rise (scalar) {{ values ("1"); }} rise_transition (scalar) {{ values ("1"); }}
        cell_fall (scalar) {{ values ("1"); }} fall_transition (scalar) {{ values ("1"); }}
      }}
    }}
  }}
)",
                     name, power("CK"), power("D"), power("Q"));
}

constexpr const char* kFrame = R"(
  voltage_unit : "1V"; current_unit : "1uA"; leakage_power_unit : "1nW"; nom_voltage : 1;
  pulling_resistance_unit : "1kohm";
  slew_lower_threshold_pct_rise : 20; slew_upper_threshold_pct_rise : 80;
  slew_lower_threshold_pct_fall : 20; slew_upper_threshold_pct_fall : 80;
  input_threshold_pct_rise : 50; input_threshold_pct_fall : 50;
  output_threshold_pct_rise : 50; output_threshold_pct_fall : 50;
  operating_conditions (typical) { process : 1; voltage : 1; temperature : 25; }
  default_operating_conditions : typical;
  cell (BUF) {
    area : 1;
    pin (A) { direction : input; capacitance : 1; }
    pin (Y) {
      direction : output; function : "A";
      internal_power () {
        related_pin : "A";
        rise_power (scalar) { values ("1"); } fall_power (scalar) { values ("3"); }
      }
      timing () {
        related_pin : "A"; timing_sense : positive_unate;
        cell_rise (scalar) { values ("1"); } rise_transition (scalar) { values ("1"); }
        cell_fall (scalar) { values ("1"); } fall_transition (scalar) { values ("1"); }
      }
    }
  }
)";

}  // namespace

std::vector<OpenStaEnergy> RunOpenStaPower(const Netlist& netlist, const WireModel& wire,
                                           double period_ps,
                                           const std::map<std::string, PortActivity>& activities) {
  std::string commands, instances;
  for (const auto& [port, activity] : activities) {
    // Without an arrival time a port belongs to no clock, and its activity to no period.
    commands += fmt::format(
        "set_input_delay 0 -clock clock [get_ports {0}]\n"
        "set_power_activity -input_ports [get_ports {0}] -activity {1:.9f} -duty {2:.9f}\n",
        port, activity.changes, activity.duty);
  }
  for (std::size_t i = 0; i < netlist.instances.size(); ++i) instances += fmt::format(" i{}", i);
  const TemporaryFolder folder;
  WriteFile(folder.path() / "library.lib", WithoutWireLoad(netlist.library->file()));
  WriteFile(folder.path() / "netlist.v", WriteVerilog(netlist));
  WriteFile(folder.path() / "power.tcl",
            fmt::format(kScript, fmt::arg("top", netlist.top), fmt::arg("period", period_ps),
                        fmt::arg("clock", netlist.FindPort("clk_i") ? "[get_ports clk_i]" : ""),
                        fmt::arg("loads", WireLoads(netlist, wire)),
                        fmt::arg("activities", commands), fmt::arg("instances", instances)));
  const std::string report =
      RunChecked({"sta", "-no_init", "-no_splash", "-exit", "power.tcl"}, folder.path());
  std::vector<OpenStaEnergy> energies(netlist.instances.size());
  std::size_t found = 0;
  std::istringstream lines(report);
  for (std::string line; std::getline(lines, line);) {
    OpenStaEnergy watts;
    double total = 0;
    std::size_t instance = 0;
    if (std::sscanf(line.c_str(), "%lf %lf %lf %lf i%zu", &watts.internal_fj, &watts.switching_fj,
                    &watts.leakage_fj, &total, &instance) != 5) {
      continue;
    }
    ++found;
    for (double* part : {&watts.internal_fj, &watts.switching_fj, &watts.leakage_fj}) {
      *part *= period_ps * kFjPerWattPs;
    }
    energies.at(instance) = watts;
  }
  // OpenSTA goes on after an error in a script, and ends with 0.
  if (report.find("Error:") != std::string::npos || found != energies.size()) {
    throw BuildError(fmt::format("OpenSTA told the power of {} of {} instances: {}", found,
                                 energies.size(), report.substr(0, 500)));
  }
  return energies;
}

OpenStaFactors MeasureOpenStaFactors() {
  const SmallLibrary small(kFrame + FlipFlop("FC", "CK") + FlipFlop("FD", "D") +
                           FlipFlop("FQ", "Q"));
  NetlistBuilder builder(small.library());
  builder.Input("clk_i", 2).Input("d_i", 3);
  builder.Cell("BUF", "", {{"A", 3}, {"Y", 4}}).Output("y_o", 4);
  int net = 5;
  for (const char* cell : {"FC", "FD", "FQ"}) {
    builder.Cell(cell, "", {{"CK", 2}, {"D", 3}, {"Q", net}});
    builder.Output(fmt::format("q{}_o", net), net);
    ++net;
  }
  constexpr double kChanges = 0.25;
  const auto energies = RunOpenStaPower(builder.netlist, {}, 1'000, {{"d_i", {kChanges, 0.5}}});
  const double mean_fj = (1 + 3) / 2.0;
  return {.gate_output = energies[0].internal_fj / (kChanges * mean_fj),
          .clock_pin = energies[1].internal_fj / (2 * mean_fj),
          .data_pin = energies[2].internal_fj / (kChanges * mean_fj),
          .stored_output = energies[3].internal_fj / (kChanges * mean_fj)};
}

}  // namespace macroscope
