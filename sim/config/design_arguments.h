// A design on the command line: key=value, with the keys of the YAML.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/design/design.h"

namespace macroscope {

// `arguments` are key=value with a design's keys, or formats=FILE for formats of the user's own,
// which `format_files` names as well. `default_form` is taken where no form is given. Throws
// ConfigError, whose file is "command line".
Design ParseDesignArguments(const std::vector<std::string>& arguments,
                            const std::vector<std::string>& format_files = {},
                            Form default_form = Form::kOperation);

}  // namespace macroscope
