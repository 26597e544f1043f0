// What a code means, exactly. Used by the reference and by tables; the datapaths unpack codes on
// their own (models/common/unpack.h), so that the two can judge each other.
#pragma once

#include <cstdint>
#include <string>

#include "models/formats/format.h"

namespace macroscope {

enum class NumberClass : std::uint8_t { kZero, kSubnormal, kNormal, kInfinity, kNan };

// value = (-1)^negative * significand * 2^exponent, where number_class is finite.
struct Decoded {
  NumberClass number_class = NumberClass::kZero;
  bool negative = false;
  std::uint64_t significand = 0;
  int exponent = 0;

  bool is_finite() const {
    return number_class != NumberClass::kInfinity && number_class != NumberClass::kNan;
  }
  friend bool operator==(const Decoded&, const Decoded&) = default;
};

// Decodes the low width_bits() of `code`; higher bits are ignored. Integers, posits and codebooks
// are kZero or kNormal, NaR is kNan. Throws std::invalid_argument for formats that hold logarithms,
// whose numbers are irrational: DecodeLog (log_number.h); and for double-base formats, whose powers
// of three have no last digit: DecodeDoubleBase (double_base_number.h).
Decoded Decode(const Format& format, std::uint64_t code);

// The value as C99 hexadecimal floating point ("-0x1.8p+3", "0x0p+0", "-0", "nan", "inf"), exact.
std::string HexValue(const Decoded& value);
// The value in decimal, exact where it has at most 17 significant digits, else rounded with "~".
std::string DecimalValue(const Decoded& value);

}  // namespace macroscope
