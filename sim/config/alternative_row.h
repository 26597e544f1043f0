// The YAML keys of formats that are neither integers nor floating: posits, logarithms, codebooks.
#pragma once

#include <string>
#include <vector>

#include "models/formats/format.h"
#include "sim/config/strict_node.h"

namespace macroscope {

// "posit", "logarithmic", ...
const std::vector<std::string>& AlternativeFamilies();
// The keys of such a family, besides `name` and `family`.
const std::vector<std::string>& AlternativeRowKeys(const std::string& family);

// A row's format without its name. Throws ConfigError.
Format ReadAlternativeRow(const StrictMap& row, const std::string& family);

}  // namespace macroscope
