// Where a technology's Liberty files are: users keep such libraries wherever they like.
#pragma once

#include <filesystem>
#include <string>

#include "sim/config/strict_node.h"

namespace macroscope {

// A colon-separated list of folders that hold Liberty files.
inline constexpr const char* kLibertyVariable = "MACROSCOPE_LIBERTY";

// The file that `node` names by an absolute path, or by a path relative to `folder` or to a folder
// of $MACROSCOPE_LIBERTY, the first that is there. Throws ConfigError naming every place looked at.
std::filesystem::path FindLiberty(const StrictNode& node, const std::filesystem::path& folder);

}  // namespace macroscope
