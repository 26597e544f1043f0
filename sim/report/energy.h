// Energies as people read them.
#pragma once

#include <optional>
#include <string>

#include "sim/report/pivot.h"

namespace macroscope {

// One unit for all figures of a technology, so that they can be compared at a glance.
struct EnergyUnit {
  std::string name = "fJ";
  double size_fj = 1;
  int decimals = 0;
};

// For figures of which this is the greatest.
EnergyUnit EnergyUnitOf(double most_fj);

// By the greatest energy of one operation on that technology.
EnergyUnit ChooseEnergyUnit(const Pivot& pivot, std::size_t technology);

// "12.34"; what would round to 0 with one digit, "0.002"; "" if it is empty.
std::string InUnit(std::optional<double> energy_fj, const EnergyUnit& unit);

// Of the energy of one operation, what glitches take: 0 to 1. Empty without an energy, or if that
// is 0.
std::optional<double> GlitchShare(const Cost& cost);

// What the rows of registers, clock included, take of the energy of one operation.
std::optional<double> EnergyOfRegisters(const Cost& cost);

// "12.3 %"; "" if it is empty.
std::string Percent(std::optional<double> share);

// Whether the clock that the technology has is met; true where it has none.
bool MeetsClock(const Cost& cost);

}  // namespace macroscope
