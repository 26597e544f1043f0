// Adds a product to the low bits of the accumulator, and tells the guard bits above what to do.
// Twin of rtl/common/fixed_add.sv.
#pragma once

#include "models/common/fixed_shape.h"
#include "models/common/word.h"

namespace macroscope {

template <typename Word>
struct FixedAdd {
  struct In {
    bool negate = false;
    Word product{0};        // S(product_bits).0
    std::uint64_t set = 0;  // Flags that this product raises.
    Word addend{0};         // The accumulator's word.
  };
  struct Out {
    bool carry = false;      // Out of the low bits.
    bool extension = false;  // What the product's sign adds to every guard bit.
    Word low{0};
    Word high{0};  // Of the accumulator, as it came; its sign, at least.
    std::uint64_t flags = 0;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const FixedShape& s, Visitor&& visit) const {
      visit("carry", 1, carry);
      visit("extension", 1, extension);
      visit("low", s.product_bits, low);
      visit("high", s.high_bits(), high);
      if (s.flag_bits > 0) visit("flags", s.flag_bits, flags);
    }
  };

  FixedShape shape;

  constexpr Out operator()(const In& in) const {
    const int n = shape.product_bits;
    const Word mask = LowMask<Word>(n);
    const Word low = in.addend & mask;
    // -x = (2^n - 1 - x) + 1; a negated zero carries out and so extends to +0.
    const Word term = in.negate ? Word(mask - in.product) : in.product;
    const Word sum = low + term + Word(in.negate);
    const Word fixed = in.addend & LowMask<Word>(shape.fixed_bits());
    return {.carry = BitOf(sum, n),
            .extension = BitOf(term, n - 1),
            .low = sum & mask,
            .high = Word(shape.guard_bits > 0 ? fixed >> n : fixed >> (n - 1)),
            .flags = static_cast<std::uint64_t>(in.addend >> shape.fixed_bits()) | in.set};
  }
};

}  // namespace macroscope
