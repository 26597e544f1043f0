// The rows of the catalogue that need no file.
#pragma once

#include <vector>

#include "models/formats/format.h"

namespace macroscope {

std::vector<Format> BuiltInFormats();

}  // namespace macroscope
