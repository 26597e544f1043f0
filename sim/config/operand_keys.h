// The keys of one operand of a workload in YAML: where its values come from, how they are scaled.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/config/strict_node.h"
#include "sim/config/workload.h"

namespace macroscope {

const std::vector<std::string>& OperandKeys();

// Reads the operand's keys from a map that may hold others. Paths are relative to `folder`. Throws
// ConfigError.
Operand ReadOperand(const StrictMap& map, const std::filesystem::path& folder);

}  // namespace macroscope
