#include "sim/stimulus/fixed_word.h"

#include <algorithm>

namespace macroscope {
namespace {

constexpr int kLimbBits = 64;
constexpr std::int64_t kMostSteps = 3;

// Adds `low` at limb `first` and carries on.
void AddAt(Limbs word, std::size_t first, std::uint64_t low) {
  for (std::size_t i = first; i < word.size() && low != 0; ++i) {
    word[i] += low;
    low = word[i] < low ? 1 : 0;
  }
}

}  // namespace

void SetInteger(Limbs word, std::int64_t value) {
  std::fill(word.begin(), word.end(), value < 0 ? ~std::uint64_t{0} : 0);
  word[0] = static_cast<std::uint64_t>(value);
}

void AddInteger(Limbs word, std::int64_t value) {
  if (value >= 0) {
    AddAt(word, 0, static_cast<std::uint64_t>(value));
    return;
  }
  Invert(word);  // word - v = ~(~word + v)
  AddAt(word, 0, 0 - static_cast<std::uint64_t>(value));
  Invert(word);
}

void Invert(Limbs word) {
  for (std::uint64_t& limb : word) limb = ~limb;
}

void Negate(Limbs word) {
  Invert(word);
  AddAt(word, 0, 1);
}

void AddShifted(Limbs word, unsigned __int128 value, int shift) {
  const auto first = static_cast<std::size_t>(shift / kLimbBits);
  const int within = shift % kLimbBits;
  const auto low = static_cast<std::uint64_t>(value);
  const auto high = static_cast<std::uint64_t>(value >> kLimbBits);
  AddAt(word, first, low << within);
  AddAt(word, first + 1, high << within);
  if (within == 0) return;
  AddAt(word, first + 1, low >> (kLimbBits - within));
  AddAt(word, first + 2, high >> (kLimbBits - within));
}

void ZeroExtend(Limbs word, int bits) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const int kept = bits - static_cast<int>(i) * kLimbBits;
    if (kept <= 0) {
      word[i] = 0;
    } else if (kept < kLimbBits) {
      word[i] &= (std::uint64_t{1} << kept) - 1;
    }
  }
}

void SignExtend(Limbs word, int bits) {
  const auto top = static_cast<unsigned>(bits - 1);
  const bool negative = (word[top / kLimbBits] >> (top % kLimbBits) & 1) != 0;
  if (negative) Invert(word);
  ZeroExtend(word, bits);
  if (negative) Invert(word);
}

void DrawFixedCorner(Random& random, int width_bits, Limbs word) {
  const std::uint64_t slot = random.Next() >> 60;
  const int bit = static_cast<int>(random.Below(static_cast<std::uint64_t>(width_bits)));
  if (slot < 8) {
    for (std::uint64_t& limb : word) limb = random.Next();
    if (slot >= 4) SignExtend(word, bit + 1);  // Every length is as likely as any other.
    return;
  }
  SetInteger(word, 0);
  if (slot == 9) AddShifted(word, 1, width_bits - 1);  // The least; one below it the greatest.
  if (slot >= 10) AddShifted(word, 1, bit);
  if (slot == 12 || slot == 13) Negate(word);
  if (slot == 14) Invert(word);
  AddInteger(word, random.Around(kMostSteps));
}

}  // namespace macroscope
