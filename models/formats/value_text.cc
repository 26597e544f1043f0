// The two texts of a decoded value.
#include <array>
#include <bit>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "models/formats/decode.h"
#include "models/formats/value_digits.h"

namespace macroscope {
namespace {

constexpr int kExactDigits = 17;
// Plain notation for exponents of ten in this range, as a table reads best.
constexpr int kLeastPlainExponent = -20, kMostPlainExponent = 20;

// Text of what is no finite nonzero number, or "".
std::string SpecialText(const Decoded& value) {
  if (value.number_class == NumberClass::kNan) return "nan";
  if (value.number_class == NumberClass::kInfinity) return value.negative ? "-inf" : "inf";
  if (value.significand == 0 && value.negative) return "-0";
  return "";
}

// Whether odd * 2^exponent has at most kExactDigits significant decimal digits.
bool IsShortDecimal(std::uint64_t odd, int exponent) {
  constexpr auto kLimit = static_cast<unsigned __int128>(100'000'000'000'000'000);  // 10^17
  unsigned __int128 digits = odd;
  // Trailing zeros are no digits: a factor 5 of the significand pairs with a factor 2.
  for (; exponent > 0 && digits % 5 == 0; --exponent) digits /= 5;
  const unsigned factor = exponent > 0 ? 2 : 5;  // 2^-n = 5^n * 10^-n
  for (int n = std::abs(exponent); n > 0 && digits < kLimit; --n) digits *= factor;
  return digits < kLimit;
}

}  // namespace

std::string HexValue(const Decoded& value) {
  if (std::string text = SpecialText(value); !text.empty()) return text;
  if (value.significand == 0) return "0x0p+0";
  const int top = 63 - std::countl_zero(value.significand);
  // The bits below the leading one, moved to the top so that they fill whole hex digits.
  std::uint64_t fraction = top == 0 ? 0 : value.significand << (64 - top);
  std::string text = value.negative ? "-0x1" : "0x1";
  if (fraction != 0) text += '.';
  for (; fraction != 0; fraction <<= 4) text += "0123456789abcdef"[fraction >> 60];
  const int exponent = value.exponent + top;
  return text + (exponent < 0 ? "p-" : "p+") + std::to_string(std::abs(exponent));
}

std::string DecimalValue(const Decoded& value) {
  if (std::string text = SpecialText(value); !text.empty()) return text;
  if (value.significand == 0) return "0";
  // x87's long double holds every value of every format, and the C library prints it correctly.
  static_assert(__LDBL_MANT_DIG__ >= 64 && __LDBL_MAX_EXP__ >= 16384);
  const long double magnitude =
      std::ldexp(static_cast<long double>(value.significand), value.exponent);
  const int zeros = std::countr_zero(value.significand);
  std::string text = IsShortDecimal(value.significand >> zeros, value.exponent + zeros) ? "" : "~";
  if (value.negative) text += '-';
  return text + PlainDecimal(magnitude, kExactDigits);
}

std::string PlainDecimal(long double magnitude, int significant_digits) {
  std::array<char, 64> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%.*Le", significant_digits - 1, magnitude);

  // d.ddddde[+-]xx, without the digits' trailing zeros.
  const char* mark = std::strchr(buffer.data(), 'e');
  const int exponent = std::atoi(mark + 1);
  std::string digits(1, buffer[0]);
  digits.append(static_cast<const char*>(buffer.data()) + 2, mark);
  digits.erase(digits.find_last_not_of('0') + 1);

  const int count = static_cast<int>(digits.size());
  if (exponent < kLeastPlainExponent || exponent > kMostPlainExponent) {
    if (count > 1) digits.insert(1, 1, '.');
    return digits + (exponent < 0 ? "e-" : "e+") + std::to_string(std::abs(exponent));
  }
  if (exponent < 0) return "0." + std::string(-exponent - 1, '0') + digits;
  if (count <= exponent + 1) return digits + std::string(exponent + 1 - count, '0');
  return digits.insert(exponent + 1, 1, '.');
}

}  // namespace macroscope
