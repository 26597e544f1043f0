// A unit as tables: its stages, its top's parameters, its cost.
#pragma once

#include <string>

#include "models/common/unit.h"
#include "sim/cost/cost_model.h"
#include "sim/report/table.h"

namespace macroscope {

// "unpack -> multiply -|-> align": a bar is a register.
std::string StagePicture(const Unit& unit);
// One row a stage: module, outputs with their widths, register.
Table StageTable(const Unit& unit);
// What is one figure: widths, latency, registers in the loop.
Table FigureTable(const Unit& unit);
// The top module with its parameters, as an instance names them.
std::string RtlInstance(const Unit& unit);
// One row a stage's logic or register, and the total.
Table CostTable(const Cost& cost);

}  // namespace macroscope
