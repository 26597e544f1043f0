// The exact product: significands multiplied, exponents added. Twin of
// rtl/fp_mul/fp_mul_multiply.sv.
#pragma once

#include "models/fp_mul/fp_mul_unpack.h"

namespace macroscope {

template <typename Word>
struct FpMulMultiply {
  using In = FpMulUnpack::Out;
  struct Out {
    bool sign = false;
    int exponent = 0;     // Biased like the result's; of the significand's units.
    Word significand{0};  // U2.(product_bits-2), in [1, 4) or 0.
    bool nan = false;
    bool infinity = false;  // With nan, where the design has flags: the operation is invalid.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const FpMulShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("exponent", s.exponent_bits, exponent);
      visit("significand", s.product_bits, significand);
      visit("nan", 1, nan);
      visit("infinity", 1, infinity);
    }
  };

  int exponent_offset;
  bool has_flags;

  explicit FpMulMultiply(const FpMulShape& s)
      : exponent_offset(s.exponent_offset), has_flags(s.has_flags) {}

  constexpr Out operator()(const In& in) const {
    const Word product = Word(Word(in.a.significand) * Word(in.b.significand));
    const bool signals = (in.a.nan && in.a.infinity) || (in.b.nan && in.b.infinity);
    const bool infinity = (in.a.infinity && !in.a.nan) || (in.b.infinity && !in.b.nan);
    // A NaN's significand may be 0 as well: where it is the code of negative zero.
    const bool unknown = in.a.nan || in.b.nan;
    const bool undefined = infinity && product == Word{0} && !unknown;
    const bool nan = unknown || undefined;
    return {.sign = in.a.sign != in.b.sign,
            .exponent = in.a.exponent + in.b.exponent + exponent_offset,
            .significand = product,
            .nan = nan,
            .infinity = nan ? has_flags && (signals || undefined) : infinity};
  }
};

}  // namespace macroscope
