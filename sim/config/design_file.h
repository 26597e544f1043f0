// A file of one design (configs/designs): the map `design` of its keys, and, where it needs formats
// that are not in the catalogue, their list `formats`.
#pragma once

#include <filesystem>

#include "models/design/design.h"
#include "models/formats/catalogue.h"
#include "sim/config/placed_design.h"

namespace macroscope {

struct DesignFile {
  Catalogue formats;
  PlacedDesign design;  // As it is written: neither checked nor with any default.
};

// Throws ConfigError if the file cannot be read or has other keys; of the design's values only that
// they are there is checked.
DesignFile ReadDesignFile(const std::filesystem::path& file);

// The file's design, checked; `default_form` is taken where it names no form. Throws ConfigError.
Design LoadDesign(const std::filesystem::path& file, Form default_form = Form::kOperation);

// Whether the file has a `design`, as no sweep has. Throws ConfigError if it cannot be read or is
// no YAML.
bool IsDesignFile(const std::filesystem::path& file);

}  // namespace macroscope
