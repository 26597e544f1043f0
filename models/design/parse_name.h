// Names in the texts of a design.
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "models/design/design.h"
#include "models/design/text_tools.h"

namespace macroscope {

// The enumerator that `text` names in `names`; `fallback` if it is empty.
template <typename Enum>
Enum ParseName(const char* key, std::string_view text, const std::vector<std::string>& names,
               Enum fallback) {
  if (text.empty()) return fallback;
  const auto name = std::ranges::find(names, text);
  if (name == names.end()) {
    throw DesignError(key, "unknown " + std::string(key) + " '" + std::string(text) +
                               "'; there are " + Joined(names, " "));
  }
  return static_cast<Enum>(name - names.begin());
}

// What find() finds in a catalogue; what it throws of a name becomes an error of `key`.
template <typename Find>
auto FindFor(const char* key, Find&& find) {
  try {
    return find();
  } catch (const std::invalid_argument& error) {
    throw DesignError(key, error.what());
  }
}

// The one or two formats of `operands`.
inline std::vector<std::string> OperandNames(std::string_view text) {
  text = Trimmed(text);
  if (text.empty()) {
    throw DesignError("operands", "missing; give one format, or two: fp8_e4m3,int8");
  }
  auto names = Split(text, ',');
  if (names.size() > 2) {
    throw DesignError("operands", "'" + std::string(text) + "' names " +
                                      std::to_string(names.size()) +
                                      " formats; give one, or two: fp8_e4m3,int8");
  }
  return names;
}

}  // namespace macroscope
