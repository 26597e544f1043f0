// One entry of a sweep's `designs`: a map of design keys whose lists are axes.
#pragma once

#include <vector>

#include "models/formats/catalogue.h"
#include "sim/config/strict_node.h"
#include "sim/config/sweep_config.h"

namespace macroscope {

// Appends every combination of the entry's axes to `designs`; the last axis varies fastest. Throws
// ConfigError at the value at fault, and for a design that is there already.
void AppendDesigns(const StrictNode& entry, const Catalogue& formats,
                   std::vector<SweepDesign>& designs);

// The index of the one design that has all the values of the map `baseline`. Throws ConfigError.
std::size_t FindBaseline(const StrictNode& baseline, const Catalogue& formats,
                         const std::vector<SweepDesign>& designs);

}  // namespace macroscope
