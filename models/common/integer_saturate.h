// The last stage of units with an integer result: negates it where that is left to do, and brings
// it to the width asked for: sign bits above it, or its low bits, or the nearest end of the range.
// Twin of rtl/common/integer_saturate.sv.
#pragma once

#include <algorithm>

#include "models/common/word.h"

namespace macroscope {

struct IntegerResultShape {
  int value_bits = 0;   // What comes in, two's complement.
  int result_bits = 0;  // Less than value_bits only where it saturates.

  // Of an exact value, all bits where they are looked at: where it saturates. Else the low bits.
  static IntegerResultShape Derive(int exact_bits, int result_bits, bool saturate) {
    return {saturate ? exact_bits : std::min(exact_bits, result_bits), result_bits};
  }
};

template <typename Word>
struct IntegerSaturate {
  struct In {
    bool negate = false;
    Word value{0};  // S(value_bits).0
  };
  struct Out {
    Word z{0};  // S(result_bits).0
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const IntegerResultShape& s, Visitor&& visit) const {
      visit("z", s.result_bits, z);
    }
  };

  IntegerResultShape shape;

  constexpr Out operator()(const In& in) const {
    const Word value_mask = LowMask<Word>(shape.value_bits);
    const Word result_mask = LowMask<Word>(shape.result_bits);
    const Word value = in.negate ? Word((Word{0} - in.value) & value_mask) : in.value;
    const bool negative = BitOf(value, shape.value_bits - 1);
    if (shape.result_bits >= shape.value_bits) {
      return {negative ? Word(value | (result_mask ^ value_mask)) : value};
    }
    const Word largest = LowMask<Word>(shape.result_bits - 1);
    const Word least = Word(value_mask ^ largest);  // -2^(result_bits - 1), in value_bits
    if (negative) return {Word((value < least ? least : value) & result_mask)};
    return {value > largest ? largest : value};
  }
};

}  // namespace macroscope
