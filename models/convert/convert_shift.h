// Brings the significand to the target's places: a floating one's top bit up, or as far up as the
// least exponent allows; an integer's to its own. Twin of rtl/convert/convert_shift.sv, which has
// the drawings.
#pragma once

#include <algorithm>

#include "models/common/float_round.h"
#include "models/convert/convert_unpack.h"

namespace macroscope {

template <typename Word>
struct ConvertShift {
  using In = ConvertUnpack::Out;
  // Floating targets without subnormals: exponent 0 is that of the lowest binade, and numbers below
  // it have no hidden bit. Integers: exponent 1 if a one stands above the significand.
  struct Out : FloatRound<Word>::In {
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const ConvertShape& s, Visitor&& visit) const {
      visit("sign", 1, this->sign);
      visit("exponent", s.shifted_exponent_bits, this->exponent);
      visit("significand", s.precision, this->significand);
      visit("guard", s.guard_bits, this->guard);
      visit("sticky", 1, this->sticky);
      visit("nan", 1, this->nan);
      visit("infinity", 1, this->infinity);
    }
  };

  ConvertShape shape;

  constexpr Out operator()(const In& in) const {
    Out out;
    out.sign = in.sign;
    out.nan = in.nan;
    out.infinity = in.infinity;
    out.infinity_sign = in.sign;
    const int height = in.exponent + shape.height_offset;
    if (shape.accumulator.is_integer()) {
      ToInteger(in.significand, height, out);
    } else {
      ToFloating(in.significand, height, out);
    }
    if (shape.clamps && in.infinity && !in.nan) {
      out.infinity = false;
      out.exponent = (1 << shape.shifted_exponent_bits) - 1;
    }
    return out;
  }

 private:
  // significand * 2^places into significand and guard; what falls below makes sticky.
  constexpr void Place(std::uint64_t significand, int places, Out& out) const {
    Word placed{0};
    if (places >= 0) {
      if (places < kWordBits<Word>) placed = Word(Word{significand} << places);
    } else if (-places < 64) {
      placed = Word{significand >> -places};
      out.sticky = static_cast<std::uint64_t>(placed) << -places != significand;
    } else {
      out.sticky = significand != 0;
    }
    out.guard = static_cast<std::uint64_t>(placed) & LowMask<Word64>(shape.guard_bits);
    out.significand =
        static_cast<std::uint64_t>(placed >> shape.guard_bits) & LowMask<Word64>(shape.precision);
  }
  constexpr void ToFloating(std::uint64_t significand, int height, Out& out) const {
    const int zeros = shape.significand_bits - BitLength(significand);
    const int left = height < 0 ? height : std::min(zeros, height);
    Place(significand, shape.precision + shape.guard_bits - shape.significand_bits + left, out);
    const bool hidden = (out.significand >> (shape.precision - 1) & 1) != 0;
    if (hidden) out.exponent = height - zeros + (shape.accumulator.has_subnormals ? 1 : 0);
  }
  constexpr void ToInteger(std::uint64_t significand, int height, Out& out) const {
    if (height > shape.top_height) {
      out.exponent = significand != 0;
      return;
    }
    const int places = height - (shape.significand_bits - 1) + shape.guard_bits;
    Place(significand, places, out);
    const int top = BitLength(significand) + places;
    out.exponent = significand != 0 && top > shape.precision + shape.guard_bits;
  }
};

}  // namespace macroscope
