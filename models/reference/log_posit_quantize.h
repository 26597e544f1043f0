// Into a log posit. The logarithm of a number is irrational unless the number is a
// power of two; MPFR, with as many bits as it takes, says which of its bits stand above the cut.
#pragma once

#include <cstdint>

#include "models/reference/term.h"

namespace macroscope {

// The string of a posit for a number's logarithm, cut to the nearest code, ties to even, beside a
// sign: what is not zero becomes neither zero nor NaR. NaN and infinity are NaR. `to` is a log
// posit.
std::uint64_t NearestLogPosit(const Term& number, const Format& to);

}  // namespace macroscope
