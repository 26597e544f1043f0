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
// bits or fewer together, else 20,000 corner-biased ones. Prints and checks the number of cases.
void ExpectStageAgrees(UnitKind unit, const std::string& stage);

}  // namespace macroscope
