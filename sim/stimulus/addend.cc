#include "sim/stimulus/addend.h"

#include <cmath>

namespace macroscope {
namespace {

constexpr std::int64_t kMostSteps = 3;

}  // namespace

Relation DrawRelation(Random& random) {
  constexpr Relation kRelations[] = {
      Relation::kNone,         Relation::kNone,         Relation::kNone,      Relation::kNone,
      Relation::kCancellation, Relation::kCancellation, Relation::kAlignment, Relation::kLimit};
  return kRelations[random.Next() % 8];
}

std::uint64_t DrawAddend(Random& random, Relation relation, Guess near, int near_bits,
                         const CornerCodes& corners, const Guesser& guess) {
  const std::uint64_t own = corners.Draw(random);
  if (relation == Relation::kNone || relation == Relation::kLimit) return own;
  if (near.significand == 0) return own;
  const Format& format = guess.format();
  if (relation == Relation::kCancellation) {
    near.significand = -near.significand;
    const auto steps = static_cast<std::uint64_t>(random.Around(kMostSteps));
    return (guess.Code(near) + steps) & format.code_mask();
  }
  near.exponent += static_cast<int>(random.Around(near_bits + format.significand_bits() + 2));
  const int fraction_bits =
      format.is_posit() ? format.posit.max_fraction_bits() : format.fraction_bits;
  const std::uint64_t fraction_mask = (std::uint64_t{1} << fraction_bits) - 1;
  const std::uint64_t free_bits = fraction_mask | format.sign_mask();
  return (guess.Code(near) & ~free_bits) | (own & free_bits);
}

void AddProduct(Limbs word, int least_exponent, std::initializer_list<Guess> factors) {
  unsigned __int128 magnitude = 1;
  bool negative = false;
  int exponent = 0;
  for (const Guess& factor : factors) {
    magnitude *= static_cast<std::uint64_t>(std::fabs(factor.significand));
    negative ^= factor.significand < 0;
    exponent += factor.exponent;
  }
  if (magnitude == 0) return;
  if (negative) Negate(word);
  AddShifted(word, magnitude, exponent - least_exponent);
  if (negative) Negate(word);
}

void DrawFixedAddend(Random& random, Relation relation, int word_bits, int c_bits, Limbs c) {
  if (relation == Relation::kNone) {
    DrawFixedCorner(random, word_bits, c);
  } else {
    Negate(c);
    if (relation != Relation::kCancellation) AddShifted(c, 1, word_bits - 1);
    AddInteger(c, random.Around(kMostSteps));
  }
  ZeroExtend(c, word_bits);
  // Flags are sticky: a word that carries them hides whatever the sum does, so they are rare.
  if (c_bits > word_bits && random.Next() >> 58 == 0) {
    AddShifted(c, random.Next(), word_bits);
    ZeroExtend(c, c_bits);
  }
}

}  // namespace macroscope
