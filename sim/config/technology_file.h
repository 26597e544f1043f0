// Reads configs/technologies/NAME.yaml.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "sim/config/config_error.h"
#include "sim/config/technology.h"

namespace macroscope {

// The names of the technologies that come with macroscope, in alphabetical order.
std::vector<std::string> TechnologyNames();

// The technology called `name`; or, if `name` holds a '/' or ends in .yaml, the one that the file
// defines whose path it is, relative to `folder`. `where` asked for it, for messages about the
// name; faults within the file are reported there. Throws ConfigError.
Technology LoadTechnology(const std::string& name, const std::filesystem::path& folder,
                          const Where& where);

// The technology that a Liberty file makes with nothing said about it, called as the file is
// without its extensions. Throws ConfigError if it cannot be read.
Technology LibertyTechnology(const std::filesystem::path& liberty, const Where& where);

}  // namespace macroscope
