// The rows of the catalogue that need no file.
#pragma once

#include <vector>

#include "models/formats/block_format.h"

namespace macroscope {

class Catalogue;

std::vector<Format> BuiltInFormats();
// Posits, logarithms and, last, codebooks.
std::vector<Format> BuiltInAlternatives();
std::vector<Format> BuiltInCodebooks();
// Their elements and scales are rows of `scalars`, or like them.
std::vector<BlockFormat> BuiltInBlocks(const Catalogue& scalars);

}  // namespace macroscope
