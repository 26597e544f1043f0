// Flip-flops that store the complement of their data, told so that Yosys maps to them rightly.
//
// ASAP7's flip-flops keep !D and show it at QN; what resets their data is the preset of what they
// keep. Yosys 0.23 follows the inversion from data to output but not from reset to preset, and so
// maps a reset to the pin that sets. The same cell told as one that keeps D leaves it no such turn.
#pragma once

#include <string>

#include "sim/netlist/liberty.h"

namespace macroscope {

// A small library of the flip-flops alone, each told as one that stores its data, for dfflibmap.
// Empty if the library has none that store a complement: it will do itself. Nothing else reads
// this text: the check of netlists against laws goes by the library as its maker wrote it.
std::string FlipFlopText(const Library& library);

}  // namespace macroscope
