// Results as JSON: points.json, and the answers that the cache keeps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/sweep/result.h"

namespace macroscope {

// What a technology has to say about a design: the checks of its netlist, if it has one; the cost.
struct CheckedCost {
  std::vector<Check> checks;
  Cost cost;
};

std::string ToJson(const SweepResult& result);
std::string ToJson(const std::vector<Check>& checks);
std::string ToJson(const CheckedCost& cost);

// The inverses. Every key must be there and of the right type; an empty figure is null. Each throws
// BuildError saying what is wrong; `origin` names the text in it.
SweepResult ResultFromJson(std::string_view json, const std::string& origin);
std::vector<Check> ChecksFromJson(std::string_view json, const std::string& origin);
CheckedCost CheckedCostFromJson(std::string_view json, const std::string& origin);

}  // namespace macroscope
