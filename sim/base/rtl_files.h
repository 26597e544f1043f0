// The files that a design's RTL is built from: those of rtl/, and modules made for the design,
// which are kept in the cache.
#pragma once

#include <filesystem>
#include <vector>

#include "models/common/unit.h"
#include "sim/base/cache.h"

namespace macroscope {

// Absolute paths, in compile order. Throws BuildError as Cache does.
std::vector<std::filesystem::path> RtlFiles(const RtlDescription& rtl);

// Adds all their contents.
void AddRtlFiles(const RtlDescription& rtl, KeyBuilder& key);

}  // namespace macroscope
