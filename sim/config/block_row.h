// One user's block format in YAML: a row of `formats` with `family: block`.
#pragma once

#include <string>
#include <vector>

#include "models/formats/catalogue.h"
#include "sim/config/strict_node.h"

namespace macroscope {

// All keys of such a row but `name` and `family`.
const std::vector<std::string>& BlockRowKeys();

// The row's format, without its name. Elements and scales are formats of the catalogue, or by rule.
// Throws ConfigError.
BlockFormat ReadBlockRow(const StrictMap& row, const Catalogue& catalogue);

}  // namespace macroscope
