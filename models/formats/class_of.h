// What kind of number a code is, whatever the family of its format.
#pragma once

#include "models/formats/decode.h"

namespace macroscope {

NumberClass ClassOf(const Format& format, std::uint64_t code);

}  // namespace macroscope
