// The exact product: significands multiplied, exponents added. A product of 0 gets the least
// exponent there is, so that any addend stands above it. Twin of rtl/fp_fma/fp_fma_multiply.sv.
#pragma once

#include "models/fp_fma/fp_fma_unpack.h"

namespace macroscope {

template <typename Word>
struct FpFmaMultiply {
  using In = FpFmaUnpack::Out;
  struct Out {
    bool sign = false;
    int exponent = 0;     // Biased like the accumulator's; of the significand's units.
    Word significand{0};  // U2.(product_bits-2), in [1, 4) or 0.
    bool nan = false;
    bool infinity = false;  // With nan, where the design has flags: the operation is invalid.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const FpFmaShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("exponent", s.product_exponent_bits, exponent);
      visit("significand", s.product_bits, significand);
      visit("nan", 1, nan);
      visit("infinity", 1, infinity);
    }
  };

  int exponent_offset;
  bool has_flags;
  int zero_exponent;  // The least that product_exponent_bits hold.

  explicit FpFmaMultiply(const FpFmaShape& s)
      : exponent_offset(s.exponent_offset),
        has_flags(s.has_flags),
        zero_exponent(-(1 << (s.product_exponent_bits - 1))) {}

  constexpr Out operator()(const In& in) const {
    const Word product = Word(Word(in.a.significand) * Word(in.b.significand));
    const bool zero = product == Word{0};
    const bool signals = (in.a.nan && in.a.infinity) || (in.b.nan && in.b.infinity);
    const bool infinity = (in.a.infinity && !in.a.nan) || (in.b.infinity && !in.b.nan);
    // A NaN's significand may be 0 as well: where it is the code of negative zero.
    const bool unknown = in.a.nan || in.b.nan;
    const bool undefined = infinity && zero && !unknown;
    const bool nan = unknown || undefined;
    return {.sign = in.a.sign != in.b.sign,
            .exponent = zero ? zero_exponent : in.a.exponent + in.b.exponent + exponent_offset,
            .significand = product,
            .nan = nan,
            .infinity = nan ? has_flags && (signals || undefined) : infinity};
  }
};

}  // namespace macroscope
