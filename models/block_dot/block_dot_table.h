// The tables of block_dot's stage `lookup`: what the codes of a codebook are worth, as codes of a
// plain format.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "models/design/design.h"
#include "models/tables/lookup_table.h"

namespace macroscope {

// By code. Into a floating format each value is rounded to nearest, ties to even; into an integer
// it is first scaled so that the greatest magnitude of the codebook becomes the greatest code. What
// is rounded to zero is +0. ParseDesign has seen to it that no value is too large.
LookupTable ValuesTable(const Format& codebook, const Format& values);

// What there is to say of the tables of a design: their bits, and what rounding did to them. Empty
// where it has none.
std::vector<std::pair<std::string, std::string>> TableFacts(const Design& design);

}  // namespace macroscope
