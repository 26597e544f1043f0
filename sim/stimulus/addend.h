// Addends that have something to do with what they are added to.
#pragma once

#include <cstdint>
#include <initializer_list>

#include "sim/stimulus/corner_codes.h"
#include "sim/stimulus/fixed_word.h"
#include "sim/stimulus/guess.h"
#include "sim/stimulus/random.h"

namespace macroscope {

enum class Relation : std::uint8_t {
  kNone,
  kCancellation,  // Within a few steps of the opposite.
  kAlignment,     // Its exponent is within reach of the other's (floating).
  kLimit,         // The sum is near an end of the range (fixed point).
};

// kNone in half the draws; of the others kCancellation twice as often.
Relation DrawRelation(Random& random);

// A code of a floating format, against a term of about `near` that has `near_bits` significant
// bits. Any of `corners` with kNone and kLimit, and where there is nothing near.
std::uint64_t DrawAddend(Random& random, Relation relation, Guess near, int near_bits,
                         const CornerCodes& corners, const Guesser& guess);

// Adds the product of `factors`, as Guesser::Value gives them, to a word of units 2^least_exponent.
// Exact where the significands have at most 128 bits in all; what lies beyond the word is lost.
void AddProduct(Limbs word, int least_exponent, std::initializer_list<Guess> factors);

// A fixed-point accumulator of `word_bits`, and of `c_bits` with its flags, against the exact term
// that `c` comes with. kAlignment is as kLimit.
void DrawFixedAddend(Random& random, Relation relation, int word_bits, int c_bits, Limbs c);

}  // namespace macroscope
