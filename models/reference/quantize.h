// One exact rounding from a format, or a double, into another format.
#pragma once

#include <cstdint>

#include "models/design/design.h"
#include "models/design/flags.h"

namespace macroscope {

struct Quantized {
  std::uint64_t code = 0;
  std::uint8_t flags = 0;  // Of Flags.
};

// Rounds a value of one format into another: once, exactly. Every `overflow` has a meaning for
// every format: kInfinity gives infinity, else NaN, else the largest value, whichever `to` has
// first; kNan gives NaN, else the largest value; kWrap (integers; elsewhere as kSaturate) the low
// bits. As converters do, kSaturate also takes infinity to the largest finite value, while a sum
// keeps the infinity of an operand. NaN into a format without it is 0 and invalid; a negative
// number into an unsigned format is NaN if there is one and `overflow` is not kSaturate, else 0.
// Stochastic rounding takes `random`, of which the low `random_bits` are the dice (specs: carry-out
// of the top discarded bits + random). Into posits `overflow` means nothing and kTiesToEven is the
// one rounding; infinities and NaNs become NaR. Throws std::invalid_argument.
Quantized Quantize(const Format& from, std::uint64_t code, const Format& to, Rounding rounding,
                   Overflow overflow, std::uint64_t random = 0, int random_bits = 0);
// The same for a double.
Quantized Quantize(double value, const Format& to, Rounding rounding, Overflow overflow,
                   std::uint64_t random = 0, int random_bits = 0);

}  // namespace macroscope
