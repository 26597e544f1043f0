// How a code of varying exponent length is laid out: sign, then a run of like bits that counts
// octaves of octaves (the regime), its end, exponent bits, and what is left for the fraction.
//
//   | sign | regime: m like bits, one unlike | exponent: es bits | fraction |
//            k = m - 1 of ones, -m of zeros    e                   f
//
//   scale = k * 2^es + e; bits that the code has no room for are zero.
#pragma once

#include <cstdint>

namespace macroscope {

inline constexpr int kMinPositBits = 3, kMaxPositBits = 32;
// The greatest number, 2^(30 * 2^9) then, is still one that the widest floating type of C prints.
inline constexpr int kMaxPositExponentBits = 9;

struct PositLayout {
  int width_bits = 0;     // The whole code, 3 to 32.
  int exponent_bits = 0;  // es, 0 to 9 and at most width_bits; 2 in the standard of 2022.

  // log2 of the largest number, which is one over the least above zero.
  int max_scale() const { return (width_bits - 2) << exponent_bits; }
  // Fraction bits of the numbers around one, which have most.
  int max_fraction_bits() const {
    const int left = width_bits - 3 - exponent_bits;
    return left > 0 ? left : 0;
  }
  // The leading one of a result and the bits below it that rounding looks at one by one. With the
  // shortest regime, of two bits, the last of them is the first that the code has no room for; with
  // a longer one they shift further out. Where even the exponent has no room there are none.
  int kept_bits() const {
    const int left = width_bits - 2 - exponent_bits;
    return 1 + (left > 0 ? left : 0);
  }
  // The quire, the exact fixed-point accumulator of products, counts in units of the least number
  // squared. Of the standard's 16 n bits are the sign, 31 carry bits, and 8n - 16 on either side of
  // the point. For other exponent sizes than its 2 this is 4 n 2^es, with 8 * 2^es - 1 carry bits.
  int quire_bits() const { return 4 * width_bits << exponent_bits; }
  int quire_quantum_exponent() const { return -2 * max_scale(); }

  friend bool operator==(const PositLayout&, const PositLayout&) = default;
};

// The parts of a positive code.
struct PositParts {
  int scale = 0;
  std::uint64_t fraction = 0;
  int fraction_bits = 0;  // Of the fraction, as many as the code has room for.
};

// Reads the bits below the sign bit, not all zero.
PositParts SplitPosit(const PositLayout& layout, std::uint64_t body);

}  // namespace macroscope
