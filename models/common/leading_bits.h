// A magnitude as its leading one's place and the bits below, to nearest even. Twin of
// rtl/common/leading_bits.sv.
#pragma once

#include <cstdint>

#include "models/common/wide_word.h"
#include "models/common/word.h"

namespace macroscope {

struct LeadingBits {
  int place = 0;               // Of the leading one; one more where rounding carries into it.
  std::uint64_t fraction = 0;  // So many bits below it.
};

// Of a magnitude that is not 0.
template <typename Word>
LeadingBits NearestLeadingBits(const Word& magnitude, int bits) {
  const int top = BitLength(magnitude) - 1;
  // The leading one is bit `bits` of this.
  Word kept = top >= bits ? Word(magnitude >> (top - bits)) : Word(magnitude << (bits - top));
  if (top > bits) {
    const Word half = Word(Word{1} << (top - bits - 1));
    const Word rest = magnitude & LowMask<Word>(top - bits);
    if (rest > half || (rest == half && BitOf(kept, 0))) kept = Word(kept + Word{1});
  }
  const std::uint64_t fraction = static_cast<std::uint64_t>(kept) - (std::uint64_t{1} << bits);
  if (fraction >> bits != 0) return {.place = top + 1, .fraction = 0};
  return {.place = top, .fraction = fraction};
}

}  // namespace macroscope
