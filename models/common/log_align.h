// Shifts the significand to its place in the fixed-point accumulator, two's complement. What lies
// below the accumulator's unit is dropped, toward minus infinity; a product beyond the greatest
// octave leaves its sign alone: 0, or -1. Twin of rtl/common/log_align.sv.
#pragma once

#include "models/common/log_linear.h"

namespace macroscope {

template <typename Word>
struct LogAlign {
  using In = LogLinear::Out;
  struct Out {
    Word term{0};  // S(product_bits).0
    std::uint64_t flags = 0;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const LogShape& s, Visitor&& visit) const {
      visit("term", s.fixed.product_bits, term);
      if (s.fixed.flag_bits > 0) visit("flags", s.fixed.flag_bits, flags);
    }
  };

  LogShape shape;

  Out operator()(const In& in) const {
    const Word mask = LowMask<Word>(shape.fixed.product_bits);
    if (in.octave > shape.greatest_octave) return {in.sign ? mask : Word{0}, in.flags};
    if (in.significand == 0) return {Word{0}, in.flags};
    // The magnitude, then its negation; a dropped bit makes the magnitude of a negative one
    // greater.
    const auto up = static_cast<int>(in.octave - shape.least_octave) - shape.dropped_bits();
    const Word significand{in.significand};
    Word magnitude = up >= 0 ? Word(significand << up) : Word(significand >> -up);
    const bool lost = up < 0 && Word(magnitude << -up) != significand;
    if (in.sign && lost) magnitude = Word(magnitude + Word{1});
    const Word term = in.sign ? Word(Word{0} - magnitude) : magnitude;
    return {Word(term & mask), in.flags};
  }
};

}  // namespace macroscope
