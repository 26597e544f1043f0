// What Validate's parts share: how a format is refused.
#pragma once

#include <stdexcept>
#include <string>

#include "models/formats/format.h"

namespace macroscope {

[[noreturn]] inline void FailFormat(const Format& format, const std::string& why) {
  throw std::invalid_argument("format '" + format.name + "': " + why);
}

inline void CheckFormatRange(const Format& format, const char* field, int value, int least,
                             int most) {
  if (value >= least && value <= most) return;
  FailFormat(format, std::string(field) + " is " + std::to_string(value) + "; it can be " +
                         std::to_string(least) + " to " + std::to_string(most));
}

// Validate for the alternatives to integers and floating formats.
void CheckAlternative(const Format& format);

}  // namespace macroscope
