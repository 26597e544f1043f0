// Law against RTL, one stage at a time: both are given the same operations through the whole unit
// without registers, and the stage's outputs are compared bit for bit.
#pragma once

#include <string>
#include <vector>

#include "models/design/design.h"

namespace macroscope {

// Designs of a unit that between them use every kind of operand, accumulator and architecture.
std::vector<Design> StageTestDesigns(UnitKind unit);

// Expects `stage` to agree for every design of `unit`: all operations where the operands have 16
// bits or fewer together, else 20,000 corner-biased ones. Prints the number of cases, and expects
// at least so many; fewer than the usual only where all codes of all designs are fewer. `stage` is
// a stage's name, or its RTL module's where some designs have another one in its place.
void ExpectStageAgrees(UnitKind unit, const std::string& stage, std::size_t least_cases = 20000);

}  // namespace macroscope
