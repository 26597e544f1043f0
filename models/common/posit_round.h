// The last stage of every unit whose result is a posit: the string of regime, exponent and fraction
// that a posit of any width would have, cut to the nearest code, ties to the even one (Posit
// Standard 2022, section 4.1). A number becomes neither 0 nor NaR. Twin of
// rtl/common/posit_round.sv, which has the drawing.
#pragma once

#include <cstdint>

#include "models/common/posit_shape.h"
#include "models/common/word.h"

namespace macroscope {

struct PositRound {
  struct In {
    bool sign = false;
    int scale = 0;
    std::uint64_t significand = 0;  // U1.(kept_bits-1), in [1, 2); or 0, the number.
    bool sticky = false;            // A one stood below it.
    bool nar = false;
    friend bool operator==(const In&, const In&) = default;

    template <typename Visitor>
    void Visit(const PositShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("scale", s.normalized_scale_bits, scale);
      visit("significand", s.kept_bits, significand);
      visit("sticky", 1, sticky);
      visit("nar", 1, nar);
    }
  };
  struct Out {
    std::uint64_t z = 0;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const PositShape& s, Visitor&& visit) const {
      visit("z", s.z.width_bits, z);
    }
  };

  PositOperandShape shape;
  int fraction_bits;  // Of the significand that comes.

  explicit PositRound(const PositShape& s) : shape(s.z), fraction_bits(s.kept_bits - 1) {}

  constexpr Out operator()(const In& in) const {
    const std::uint64_t nar = std::uint64_t{1} << shape.body_bits();
    if (in.nar) return {nar};
    if (in.significand == 0) return {0};
    const std::uint64_t body = Body(in);
    return {in.sign ? 2 * nar - body : body};
  }

 private:
  constexpr std::uint64_t Body(const In& in) const {
    const int bits = shape.body_bits();
    if (in.scale > shape.greatest_scale) return LowMask<Word64>(bits);
    if (in.scale < -shape.greatest_scale) return 1;
    const int regime = in.scale >> shape.exponent_bits;
    const int exponent = in.scale - regime * (1 << shape.exponent_bits);
    const int run = regime >= 0 ? regime + 1 : -regime;

    // run + 1 bits of regime, of which those above the body's width are never any.
    std::uint64_t string = regime >= 0 ? 2 * LowMask<Word64>(run) : 1;
    string = (string << shape.exponent_bits) | static_cast<std::uint64_t>(exponent);
    string = (string << fraction_bits) | (in.significand & LowMask<Word64>(fraction_bits));
    const int dropped = run + 1 + shape.exponent_bits + fraction_bits - bits;

    const std::uint64_t body = string >> dropped;
    const bool half = BitOf(string, dropped - 1);
    const bool rest = in.sticky || (string & LowMask<Word64>(dropped - 1)) != 0;
    const bool odd = (body & 1) != 0;
    return body + (half && (rest || odd) ? 1 : 0);
  }
};

}  // namespace macroscope
