// What ABC is told about the world around a module, without which it sizes the gates at its edge
// for no load at all.
#pragma once

#include <string>

#include "sim/netlist/liberty.h"

namespace macroscope {

// ABC's constraint file: inputs are driven by the library's smallest buffer, or inverter if it has
// none, and outputs drive four of its inputs. Empty if it has neither.
std::string PortConstraint(const Library& library);

}  // namespace macroscope
