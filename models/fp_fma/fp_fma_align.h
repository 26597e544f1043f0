// Unpacks the addend. Single path: sorts product and addend by exponent, and shifts the lower one
// right. Dual path: shifts the addend alone, which begins above the product. Twin of
// rtl/fp_fma/fp_fma_align.sv, which has the drawing.
#pragma once

#include <algorithm>

#include "models/fp_fma/fp_fma_multiply.h"

namespace macroscope {

template <typename Word>
struct FpFmaAlign {
  struct In {
    typename FpFmaMultiply<Word>::Out product;
    std::uint64_t addend = 0;  // The accumulator's code.
  };
  struct Out {
    bool sign = false;      // Of the large term: on the dual path always the product.
    bool subtract = false;  // The small term has the other sign.
    int exponent = 0;       // Of the large term's units; dual: one less than of the addend's.
    Word large{0};          // U2.window_bits; dual: U(above_bits+1).window_bits
    Word small{0};
    bool sticky = false;  // A one was shifted out of the small term.
    bool nan = false;
    bool infinity = false;  // With nan, where the design has flags: the operation is invalid.
    bool infinity_sign = false;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const FpFmaShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("subtract", 1, subtract);
      visit("exponent", s.exponent_bits, exponent);
      visit("large", s.term_bits(), large);
      visit("small", s.term_bits(), small);
      visit("sticky", 1, sticky);
      visit("nan", 1, nan);
      visit("infinity", 1, infinity);
      visit("infinity_sign", 1, infinity_sign);
    }
  };

  OperandUnpack unpack;
  bool has_flags;
  bool is_dual;
  int above;          // Of the window's first place, the product's units.
  int product_shift;  // Brings the product's units to the window's.
  int addend_shift;
  int max_distance;

  explicit FpFmaAlign(const FpFmaShape& s)
      : unpack(s.accumulator, s.design),
        has_flags(s.has_flags),
        is_dual(s.is_dual()),
        above(s.above_bits),
        product_shift(s.window_bits - (s.product_bits - 2)),
        addend_shift(s.window_bits + s.above_bits - (s.precision - 1)),
        max_distance(s.max_distance()) {}

  constexpr Out operator()(const In& in) const {
    const OperandUnpack::Out c = unpack(in.addend);
    const Word product = Word(in.product.significand << product_shift);
    const Word addend = Word(Word(c.significand) << addend_shift);
    // How far the addend stands above the product, or above where it would begin.
    const int lead = c.exponent - (in.product.exponent + above);
    const bool addend_leads = lead > 0;
    const bool addend_is_large = addend_leads && !is_dual;
    const int apart = addend_leads ? (is_dual ? 0 : lead) : -lead;
    const int distance = std::min(apart, max_distance);

    // A one was lost if shifting back does not give the same.
    const Word lower = addend_is_large ? product : addend;
    const Word small = Word(lower >> distance);
    const bool subtract = in.product.sign != c.sign;
    const bool invalid_so_far = (in.product.nan && in.product.infinity) || (c.nan && c.infinity);
    const bool product_infinity = in.product.infinity && !in.product.nan;
    const bool c_infinity = c.infinity && !c.nan;
    const bool undefined = product_infinity && c_infinity && subtract;
    const bool nan = in.product.nan || c.nan || undefined;
    const bool invalid = has_flags && (invalid_so_far || undefined);
    return {.sign = addend_is_large ? c.sign : in.product.sign,
            .subtract = subtract,
            .exponent = std::max(c.exponent, in.product.exponent + above) - (is_dual ? 1 : 0),
            .large = addend_is_large ? addend : product,
            .small = small,
            .sticky = Word(small << distance) != lower,
            .nan = nan,
            .infinity = nan ? invalid : product_infinity || c_infinity,
            .infinity_sign = product_infinity ? in.product.sign : c.sign};
  }
};

}  // namespace macroscope
