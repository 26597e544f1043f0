// One user's format in YAML, wherever it stands: in a format file, within a sweep or beside a
// design.
#pragma once

#include <filesystem>

#include "models/formats/catalogue.h"
#include "sim/config/strict_node.h"

namespace macroscope {

// Reads the map `row` and adds its format to the catalogue. Throws ConfigError.
void AddFormatRow(const StrictNode& row, Catalogue& catalogue);

// Adds what the list `formats` of a sweep or a design names: format files by their path, relative
// to `folder`, and formats by their rows. Throws ConfigError.
void AddFormatList(const StrictNode& list, const std::filesystem::path& folder,
                   Catalogue& catalogue);

}  // namespace macroscope
