#include "models/formats/double_base_number.h"

#include <cmath>
#include <stdexcept>

#include "models/formats/value_digits.h"

namespace macroscope {
namespace {

constexpr int kDigits = 12;
constexpr int kMostWholeThrees = 40;  // 3^40 < 2^64

}  // namespace

DoubleBaseNumber DecodeDoubleBase(const Format& format, std::uint64_t code) {
  if (!format.is_double_base()) {
    throw std::invalid_argument("'" + format.name + "' holds no double-base numbers");
  }
  const DoubleBaseLayout& layout = format.double_base;
  const bool sign = (code & format.sign_mask()) != 0;
  const std::uint64_t field = code & format.code_mask() & ~format.sign_mask();
  DoubleBaseNumber out;
  if (field == layout.least_field()) {
    if (sign) out.number_class = NumberClass::kNan;
    return out;
  }
  return {NumberClass::kNormal, sign, layout.Two(field), layout.Three(field)};
}

std::string ExactValue(const DoubleBaseNumber& value) {
  if (value.number_class == NumberClass::kNan) return "nan";
  if (value.number_class == NumberClass::kZero) return "0";
  return (value.negative ? "-2^" : "2^") + std::to_string(value.two) + " * 3^" +
         std::to_string(value.three);
}

std::string DecimalValue(const DoubleBaseNumber& value) {
  if (value.number_class != NumberClass::kNormal) return ExactValue(value);
  if (value.three >= 0 && value.three <= kMostWholeThrees) {
    std::uint64_t power = 1;
    for (int i = 0; i < value.three; ++i) power *= 3;
    return DecimalValue(Decoded{NumberClass::kNormal, value.negative, power, value.two});
  }
  const long double magnitude = std::ldexp(std::pow(3.0L, value.three), value.two);
  return (value.negative ? "~-" : "~") + PlainDecimal(magnitude, kDigits);
}

}  // namespace macroscope
