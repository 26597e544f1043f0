// Both operands as two's complement terms, and a carry: a negative sign-magnitude number is the
// ones' complement of its magnitude, and 1. Where both operands can need that 1, a row of half
// adders makes room for the second one. Twin of rtl/int_add/int_add_unpack.sv.
#pragma once

#include "models/common/operands.h"
#include "models/int_add/int_add_shape.h"

namespace macroscope {

struct IntAddUnpack {
  using In = OperandCodes;
  struct Out {
    bool carry = false;   // The sum is a + b + carry.
    std::uint64_t a = 0;  // S(sum_bits).0
    std::uint64_t b = 0;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const IntAddShape& s, Visitor&& visit) const {
      visit("carry", 1, carry);
      visit("a", s.sum_bits(), a);
      visit("b", s.sum_bits(), b);
    }
  };

  IntAddShape shape;

  constexpr Out operator()(const In& in) const {
    const Term a = TermOf(shape.a, in.a);
    const Term b = TermOf(shape.b, in.b);
    const std::uint64_t mask = LowMask<Word64>(shape.sum_bits());
    if (shape.a.encoding == Encoding::kSignMagnitude &&
        shape.b.encoding == Encoding::kSignMagnitude) {
      const std::uint64_t carries = (a.bits & b.bits) << 1 | static_cast<std::uint64_t>(b.carry);
      return {.carry = a.carry, .a = (a.bits ^ b.bits) & mask, .b = carries & mask};
    }
    return {.carry = a.carry || b.carry, .a = a.bits & mask, .b = b.bits & mask};
  }

 private:
  struct Term {
    std::uint64_t bits;
    bool carry;
  };
  static constexpr Term TermOf(const Format& f, std::uint64_t code) {
    const std::uint64_t sign = std::uint64_t{1} << (f.integer_width_bits - 1);
    const bool negative = (code & sign) != 0;
    switch (f.encoding) {
      case Encoding::kUnsigned:
        return {code, false};
      case Encoding::kTwosComplement:
        return {negative ? code - 2 * sign : code, false};
      case Encoding::kSignMagnitude:
        return negative ? Term{~(code - sign), true} : Term{code, false};
    }
    return {};
  }
};

}  // namespace macroscope
