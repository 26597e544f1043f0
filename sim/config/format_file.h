// Number formats that users add without rebuilding (configs/formats/example.yaml shows every key).
#pragma once

#include <filesystem>

#include "models/formats/catalogue.h"

namespace macroscope {

// Adds the formats of a file to the catalogue. Throws ConfigError.
void AddFormatFile(const std::filesystem::path& file, Catalogue& catalogue);

}  // namespace macroscope
