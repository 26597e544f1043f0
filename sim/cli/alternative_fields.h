// What tables say about formats that are neither integers nor floating.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/formats/format.h"

namespace macroscope {

// How its bits are divided, in a few letters: "es 2"; of logarithms sign and logarithm bits and a
// step in octaves, "1/7, 1/8"; of double-base numbers sign, bits of two and of three; of codebooks
// how many values there are.
std::string AlternativeLayout(const Format& format);
// Its fields by their keys in YAML, and what follows from them.
std::vector<std::pair<std::string, std::string>> AlternativeFields(const Format& format);

}  // namespace macroscope
