// Digits of a number for a table.
#pragma once

#include <string>

namespace macroscope {

// `magnitude` > 0 to so many significant digits, trailing zeros left out, in plain notation unless
// it is very large or very small.
std::string PlainDecimal(long double magnitude, int significant_digits);

}  // namespace macroscope
