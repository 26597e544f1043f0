// How hard synthesis tries: named levels, each a script for ABC, from the least area to the least
// delay.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace macroscope {

inline constexpr std::string_view kDefaultEffort = "area";

struct EffortLevel {
  std::string_view name;
  std::string_view aim;         // One line, for people.
  std::string_view abc_script;  // Commands with their arguments, separated by `;` and `,`.
  // Gates at the edge of a module are sized for a cell that drives it and loads that it drives
  // (PortConstraint); else for ideal inputs and no load at all.
  bool constrains_ports = false;
};

// In the order of kEffortNames (sim/config/technology.h). None moves a register: stages keep
// theirs.
std::span<const EffortLevel> EffortLevels();

// Throws BuildError with the names that exist.
const EffortLevel& FindEffort(std::string_view name);

}  // namespace macroscope
