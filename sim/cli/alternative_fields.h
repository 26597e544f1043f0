// What tables say about formats that are neither integers nor floating.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/formats/format.h"

namespace macroscope {

// How its bits are divided, in a few letters: "es 2".
std::string AlternativeLayout(const Format& format);
// Its fields by their keys in YAML, and what follows from them.
std::vector<std::pair<std::string, std::string>> AlternativeFields(const Format& format);

}  // namespace macroscope
