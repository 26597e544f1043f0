// The gate count of each stage and of a register after it. One function a kind of accumulator.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "models/design/design.h"

namespace macroscope {

struct GatesRow {
  std::optional<int> gates;  // The stage's logic; empty where the paper costs none.
  std::string group;         // Published bar of the logic.
  int register_bits = 0;     // Of a register after this stage.
  std::string register_group;
};

struct GatesTable {
  std::map<std::string, GatesRow> rows;  // By stage name.
  int accumulator_bits = 0;
};

GatesTable FixedGates(const Design& design);     // int_mac, kulisch_mac
GatesTable FloatingGates(const Design& design);  // fp_fma

}  // namespace macroscope
