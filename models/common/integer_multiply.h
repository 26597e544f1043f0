// The exact product, or its low bits. Twin of rtl/common/integer_multiply.sv.
#pragma once

#include "models/common/integer_unpack.h"

namespace macroscope {

template <typename Word>
struct IntegerMultiply {
  using In = IntegerUnpack::Out;
  struct Out {
    bool negate = false;
    Word product{0};  // S(product_bits).0, still to be negated.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const IntegerShape& s, Visitor&& visit) const {
      visit("negate", 1, negate);
      visit("product", s.product_bits, product);
    }
  };

  IntegerShape shape;

  Out operator()(const In& in) const {
    const __int128 a = Extend(in.a, shape.a_bits);
    const __int128 b = Extend(in.b, shape.b_bits);
    const auto product = static_cast<Word128>(a * b);
    const Word128 kept = product & LowMask<Word128>(shape.product_bits);
    return {.negate = in.negate, .product = static_cast<Word>(kept)};
  }

 private:
  __int128 Extend(std::uint64_t factor, int bits) const {
    if (shape.signed_multiplier && BitOf(factor, bits - 1)) {
      return static_cast<__int128>(factor) - (static_cast<__int128>(1) << bits);
    }
    return factor;
  }
};

}  // namespace macroscope
