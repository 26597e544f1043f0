// Results as JSON: points.json, and the answers that the cache keeps.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sim/sweep/result.h"

namespace macroscope {

std::string ToJson(const SweepResult& result);
std::string ToJson(const std::vector<Check>& checks);
std::string ToJson(const Cost& cost);

// The inverses. Every key must be there and of the right type; an empty figure is null. Each throws
// BuildError saying what is wrong; `origin` names the text in it.
SweepResult ResultFromJson(std::string_view json, const std::string& origin);
std::vector<Check> ChecksFromJson(std::string_view json, const std::string& origin);
Cost CostFromJson(std::string_view json, const std::string& origin);

}  // namespace macroscope
