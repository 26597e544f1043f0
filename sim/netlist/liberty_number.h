// Numbers and units as Liberty files write them.
#pragma once

#include <string_view>

namespace macroscope {

// A number and what follows it: "1ns" is 1 and "ns". False if there is no number.
bool SplitLibertyNumber(std::string_view text, double& number, std::string_view& unit);

// The factor of a unit's prefix: "ps" with base 's' is 1e-12. 0 if it is another unit.
double LibertyUnitFactor(std::string_view unit, char base);

}  // namespace macroscope
