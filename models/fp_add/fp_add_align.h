// Sorts both terms and shifts the lower one right. A dual path has the terms of its near path
// beside them, which are at most one place apart. Twin of rtl/fp_add/fp_add_align.sv, which has the
// drawing.
#pragma once

#include <algorithm>
#include <utility>

#include "models/fp_add/fp_add_unpack.h"

namespace macroscope {

template <typename Word>
struct FpAddAlign {
  using In = FpAddUnpack::Out;
  struct Out {
    bool sign = false;      // Of the large term.
    bool subtract = false;  // The small term has the other sign.
    bool near = false;      // Subtract, at exponents that differ by 1 at most: dual path only.
    int exponent = 0;       // Of the large term's units.
    Word large{0};          // U1.window_bits; of a dual path that of the greater exponent, or a.
    Word small{0};
    bool sticky = false;  // A one was shifted out of the small term.
    Word near_large{0};   // U1.near_bits, dual path only.
    Word near_small{0};
    bool nan = false;
    bool infinity = false;  // With nan, where the design has flags: the operation is invalid.
    bool infinity_sign = false;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const FpAddShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("subtract", 1, subtract);
      if (s.dual) visit("near", 1, near);
      visit("exponent", s.exponent_bits, exponent);
      visit("large", s.term_bits(), large);
      visit("small", s.term_bits(), small);
      visit("sticky", 1, sticky);
      if (s.dual) visit("near_large", s.near_term_bits(), near_large);
      if (s.dual) visit("near_small", s.near_term_bits(), near_small);
      visit("nan", 1, nan);
      visit("infinity", 1, infinity);
      visit("infinity_sign", 1, infinity_sign);
    }
  };

  bool has_flags;
  bool dual;
  int a_shift;  // Brings a's units to the near path's.
  int b_shift;
  int window_shift;  // And those to the window's.
  int max_distance;  // Shifts all out.

  explicit FpAddAlign(const FpAddShape& s)
      : has_flags(s.has_flags),
        dual(s.dual),
        a_shift(s.near_term_bits() - s.a.significand_bits),
        b_shift(s.near_term_bits() - s.b.significand_bits),
        window_shift(s.window_bits - s.near_bits),
        max_distance(s.term_bits()) {}

  constexpr Out operator()(const In& in) const {
    const Word a = Word(Word(in.a.significand) << a_shift);
    const Word b = Word(Word(in.b.significand) << b_shift);
    const int above = in.a.exponent - in.b.exponent;
    const bool b_is_large = above < 0 || (above == 0 && !dual && b > a);
    const Word lower = Word((b_is_large ? a : b) << window_shift);
    const int distance = std::min(above < 0 ? -above : above, max_distance);
    Out out{.sign = b_is_large ? in.b.sign : in.a.sign,
            .subtract = in.a.sign != in.b.sign,
            .exponent = std::max(in.a.exponent, in.b.exponent),
            .large = Word((b_is_large ? b : a) << window_shift),
            .small = Word(lower >> distance)};
    // A one was lost if shifting back does not give the same.
    out.sticky = Word(out.small << distance) != lower;
    if (dual) SelectNear(above, a, b, out);
    Classify(in, out);
    return out;
  }

 private:
  // The near path looks at the last two bits of the difference of exponents: they tell 0, 1 and -1
  // apart, and its result is not used at any other.
  static constexpr void SelectNear(int above, const Word& a, const Word& b, Out& out) {
    out.near = out.subtract && above >= -1 && above <= 1;
    const int last = above & 3;
    out.near_large = last == 3 ? b : a;
    out.near_small = last == 3 ? Word(a >> 1) : Word(b >> (last == 1 ? 1 : 0));
  }
  constexpr void Classify(const In& in, Out& out) const {
    const bool signals = (in.a.nan && in.a.infinity) || (in.b.nan && in.b.infinity);
    const bool a_infinity = in.a.infinity && !in.a.nan;
    const bool b_infinity = in.b.infinity && !in.b.nan;
    const bool undefined = a_infinity && b_infinity && out.subtract;
    out.nan = in.a.nan || in.b.nan || undefined;
    out.infinity = out.nan ? has_flags && (signals || undefined) : a_infinity || b_infinity;
    out.infinity_sign = a_infinity ? in.a.sign : in.b.sign;
  }
};

}  // namespace macroscope
