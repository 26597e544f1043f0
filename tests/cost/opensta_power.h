// What OpenSTA says that a mapped netlist consumes: the judge of our own prices.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/config/technology.h"
#include "sim/netlist/netlist.h"

namespace macroscope {

struct PortActivity {
  double changes = 0;  // A cycle.
  double duty = 0.5;   // The fraction of time at 1.
};

// Energies of one cycle.
struct OpenStaEnergy {
  double internal_fj = 0;
  double switching_fj = 0;  // Of the nets that the instance drives.
  double leakage_fj = 0;
};

// By instance. Input ports change as `activities` says, by name, all others and the clock's gates
// as OpenSTA works it out; the clock, port clk_i if there is one, is ideal and has no slew. Throws
// BuildError if OpenSTA is missing or fails.
std::vector<OpenStaEnergy> RunOpenStaPower(const Netlist& netlist, const WireModel& wire,
                                           double period_ps,
                                           const std::map<std::string, PortActivity>& activities);

// How OpenSTA's internal energy of one change relates to the mean of rise and fall, as its own
// release counts. The one of 2019, which Debian has, adds both for each change, and halves that at
// data pins; later ones take the mean.
struct OpenStaFactors {
  double gate_output = 0;
  double clock_pin = 0;
  double data_pin = 0;
  double stored_output = 0;
};

// Measured on cells whose energies do not depend on anything.
OpenStaFactors MeasureOpenStaFactors();

}  // namespace macroscope
