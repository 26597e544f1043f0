// The keys of a workload in YAML (docs/guide.md, Workloads).
#pragma once

#include <filesystem>
#include <vector>

#include "sim/config/strict_node.h"
#include "sim/config/workload.h"

namespace macroscope {

// The map of one workload. Paths of tensors are relative to `folder`, and must exist. Throws
// ConfigError.
Workload ReadWorkload(const StrictNode& node, const std::filesystem::path& folder);

// The list of several, each with a name of its own. Throws ConfigError.
std::vector<Workload> ReadWorkloads(const StrictNode& list, const std::filesystem::path& folder);

}  // namespace macroscope
