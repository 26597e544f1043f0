// The words that laws compute in: the narrowest of three that holds a unit's widest value.
#pragma once

#include <algorithm>
#include <cstdint>

#include "models/common/bits.h"

namespace macroscope {

using Word64 = std::uint64_t;
using Word128 = unsigned __int128;
// The third, for accumulators beyond 128 bits, is in models/common/wide_word.h.

template <typename Word>
inline constexpr int kWordBits = static_cast<int>(sizeof(Word)) * 8;

// The low `bits` ones; 0 <= bits <= the word's.
template <typename Word>
constexpr Word LowMask(int bits) {
  if (bits <= 0) return Word{0};
  if (bits >= kWordBits<Word>) return static_cast<Word>(~Word{0});
  return static_cast<Word>((Word{1} << bits) - Word{1});
}

template <typename Word>
constexpr bool BitOf(const Word& word, int index) {
  return static_cast<bool>((word >> index) & Word{1});
}

// Number of bits in `word`: 0 for 0.
constexpr int BitLength(Word64 word) { return word == 0 ? 0 : 64 - __builtin_clzll(word); }
constexpr int BitLength(Word128 word) {
  const auto high = static_cast<Word64>(word >> 64);
  return high != 0 ? 64 + BitLength(high) : BitLength(static_cast<Word64>(word));
}

template <typename Word>
Word WordFromLimbs(const std::uint64_t* limb, int limbs) {
  Word word{0};
  for (int i = limbs - 1; i >= 0; --i) {
    if constexpr (kWordBits < Word >> 64) word = static_cast<Word>(word << 64);
    word = static_cast<Word>(word | Word{limb[i]});
  }
  return word;
}

template <typename Word>
void WordToLimbs(const Word& word, std::uint64_t* limb, int limbs) {
  Word rest = word;
  for (int i = 0; i < limbs; ++i) {
    limb[i] = static_cast<std::uint64_t>(rest & Word{~std::uint64_t{0}});
    if constexpr (kWordBits < Word >> 64) rest = static_cast<Word>(rest >> 64);
  }
}
inline void WordToLimbs(const Bits& word, std::uint64_t* limb, int limbs) {
  std::copy_n(word.limb.begin(), limbs, limb);
}

}  // namespace macroscope
