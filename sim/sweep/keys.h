// The keys under which a sweep keeps its answers: everything that can change them.
#pragma once

#include <optional>
#include <string>

#include "sim/base/cache.h"
#include "sim/config/technology.h"
#include "sim/config/workload.h"
#include "sim/sweep/design_checks.h"

namespace macroscope {

// This binary, the RTL of both forms, the design with its formats' fields, the extent of the checks
// and the tools that they need. Throws BuildError if a tool is missing.
std::string DesignKey(const Design& design, const CheckExtent& extent);

// The same, and the technology with its files and tools; and, if the technology is driven by one,
// the workload with the content of its tensors.
std::string PointKey(const Design& design, const CheckExtent& extent, const Technology& technology,
                     const std::optional<Workload>& workload);

// Every field of a design and of its formats, as text.
std::string DesignIdentity(const Design& design);

}  // namespace macroscope
