// What a design is built from: gate-count rules, or a Liberty library. One file a technology
// (configs/technologies/NAME.yaml).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace macroscope {

// The levels of synthesis effort, from the least area to the least delay. What each does stands in
// sim/netlist/effort.cc.
inline constexpr std::string_view kEffortNames[] = {"area", "balanced", "speed"};

// What wires add to the load of a net with pins to drive; zero where wires are left out.
struct WireModel {
  double per_net_ff = 0;
  double per_fanout_ff = 0;
};

struct Technology {
  std::string name;
  std::string model;                 // "gates" or "synthesis"
  std::vector<std::string> liberty;  // Absolute paths, merged into one; empty for `gates`.
  std::string corner;                // As its user calls it; "" where nothing was said.
  std::optional<double> supply_v;    // Else the library's nominal voltage.
  WireModel wire;
  std::optional<double> nand2_area_um2;  // For gate equivalents; else the library's smallest NAND2.
  std::vector<std::string> dont_use;     // Cells (globs) not to map to.
  std::optional<double>
      clock_period_ps;  // To be met by synthesis; the cycle that energy is told for.
  std::vector<std::string>
      recipe;  // Names of kEffortNames, tried in order until the clock is met; see EffortsToTry.
  std::string file;  // Where it was defined, for messages.
};

// The levels that synthesis tries: the recipe; where none is stated, every level if there is a
// clock to meet, else `area`. Without a clock only the first is taken.
std::vector<std::string> EffortsToTry(const Technology& technology);

}  // namespace macroscope
