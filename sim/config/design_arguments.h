// A design on the command line: key=value, with the keys of the YAML; or the file of a design, and
// key=value in place of what it says.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "models/design/design.h"

namespace macroscope {

// Whether the argument is a file and not key=value.
bool NamesFile(const std::string& argument);

// `arguments` are key=value with a design's keys, or formats=FILE for formats of the user's own,
// which `format_files` names as well. The first may be a design's file instead; the others then
// replace its keys. `default_form` is taken where no form is given. Throws ConfigError, whose file
// is "command line", or the design's.
Design ParseDesignArguments(const std::vector<std::string>& arguments,
                            const std::vector<std::string>& format_files = {},
                            Form default_form = Form::kOperation);

}  // namespace macroscope
