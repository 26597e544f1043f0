// The text of Structure::cuts: a number of registers, or the stages that have one: multiply+add.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "models/design/design.h"

namespace macroscope {

// "" means no register. Throws DesignError (key `cuts`).
std::uint32_t ParseCuts(const Design& design, std::string_view text);

// "0", or the names in the order of the stages.
std::string CutsText(const Design& design);

}  // namespace macroscope
