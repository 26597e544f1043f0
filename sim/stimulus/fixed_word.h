// Two's-complement words of many limbs, least significant limb first, for drawing accumulators.
#pragma once

#include <cstdint>
#include <span>

#include "sim/stimulus/random.h"

namespace macroscope {

using Limbs = std::span<std::uint64_t>;

void SetInteger(Limbs word, std::int64_t value);
void AddInteger(Limbs word, std::int64_t value);  // Modulo the word.
void Negate(Limbs word);
void Invert(Limbs word);
// Adds value * 2^shift; what lies beyond the word is lost.
void AddShifted(Limbs word, unsigned __int128 value, int shift);
// Bits from `bits` on become copies of bit `bits` - 1, or zero.
void SignExtend(Limbs word, int bits);
void ZeroExtend(Limbs word, int bits);

// A word of `width_bits`: any bits, a number of any length, zero, the ends of the range, powers of
// two and runs of ones, with a few steps added. Bits beyond the width are left undefined.
void DrawFixedCorner(Random& random, int width_bits, Limbs word);

}  // namespace macroscope
