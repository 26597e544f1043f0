// How a code holds a double-base number, a one-digit number of two bases (Dimitrov, Jullien and
// Miller 1999): two whole exponents, both in two's complement.
//
//   | sign | two | three |     value = (-1)^sign * 2^two * 3^three
//
// The least of both exponents together is no number's: it is zero, and with the sign bit no number
// (NaN).
#pragma once

#include <cstdint>

namespace macroscope {

inline constexpr int kMinDoubleBaseBits = 4, kMaxDoubleBaseBits = 16;
inline constexpr int kMinThreeBits = 2, kMaxThreeBits = 8;

struct DoubleBaseLayout {
  int two_bits = 0;    // Of the exponent of two, 1 or more.
  int three_bits = 0;  // Of that of three, 2 to 8.

  int least_two() const { return -(1 << (two_bits - 1)); }
  int greatest_two() const { return -1 - least_two(); }
  int least_three() const { return -(1 << (three_bits - 1)); }
  int greatest_three() const { return -1 - least_three(); }

  // Both exponents as the code's low bits; and back, of which higher bits are ignored.
  std::uint64_t Field(int two, int three) const {
    return (LowBits(two, two_bits) << three_bits) | LowBits(three, three_bits);
  }
  int Two(std::uint64_t code) const { return Signed(code >> three_bits, two_bits); }
  int Three(std::uint64_t code) const { return Signed(code, three_bits); }
  // Of zero, and beneath the sign bit of the NaN.
  std::uint64_t least_field() const { return Field(least_two(), least_three()); }

  friend bool operator==(const DoubleBaseLayout&, const DoubleBaseLayout&) = default;

 private:
  static std::uint64_t LowBits(int value, int bits) {
    return static_cast<std::uint64_t>(value) & ((std::uint64_t{1} << bits) - 1);
  }
  static int Signed(std::uint64_t field, int bits) {
    const int top = 1 << (bits - 1);
    return (static_cast<int>(field & ((std::uint64_t{1} << bits) - 1)) ^ top) - top;
  }
};

}  // namespace macroscope
