// One user's format in YAML, wherever it stands: in a format file or within a sweep.
#pragma once

#include "models/formats/catalogue.h"
#include "sim/config/strict_node.h"

namespace macroscope {

// Reads the map `row` and adds its format to the catalogue. Throws ConfigError.
void AddFormatRow(const StrictNode& row, Catalogue& catalogue);

}  // namespace macroscope
