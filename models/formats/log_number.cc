#include "models/formats/log_number.h"

#include <cmath>
#include <numeric>
#include <stdexcept>

#include "models/formats/value_digits.h"

namespace macroscope {
namespace {

constexpr int kLogDigits = 12;

LogNumber DecodeFixed(const Format& format, std::uint64_t code) {
  const LogLayout& log = format.log;
  LogNumber out;
  out.steps_per_octave = log.steps_per_octave;
  const bool least = (code & log.mask()) == log.least_field();
  const bool is_zero =
      (code & format.zero_flag_mask()) != 0 || (log.zero == LogZero::kLeastCode && least);
  if (is_zero) return out;
  out.number_class = NumberClass::kNormal;
  out.negative = (code & format.sign_mask()) != 0;
  out.steps = log.Steps(code);
  return out;
}

LogNumber DecodeLogPosit(const Format& format, std::uint64_t code) {
  LogNumber out;
  const int fraction_bits = format.posit.max_fraction_bits();
  out.steps_per_octave = 1 << fraction_bits;
  const std::uint64_t body = code & ~format.sign_mask();
  if (body == 0) {
    if (code != 0) out.number_class = NumberClass::kNan;
    return out;
  }
  out.number_class = NumberClass::kNormal;
  out.negative = code != body;
  const PositParts parts = SplitPosit(format.posit, body);
  const auto fraction =
      static_cast<std::int64_t>(parts.fraction << (fraction_bits - parts.fraction_bits));
  out.steps = std::int64_t{parts.scale} * out.steps_per_octave + fraction;
  return out;
}

// The exponent of two that the number is, if it is one.
bool IsPowerOfTwo(const LogNumber& value) { return value.steps % value.steps_per_octave == 0; }

}  // namespace

LogNumber DecodeLog(const Format& format, std::uint64_t code) {
  if (!format.holds_logarithms()) {
    throw std::invalid_argument("'" + format.name + "' holds no logarithms");
  }
  code &= format.code_mask();
  return format.is_log_posit() ? DecodeLogPosit(format, code) : DecodeFixed(format, code);
}

std::string ExactValue(const LogNumber& value) {
  if (value.number_class == NumberClass::kNan) return "nan";
  if (value.number_class == NumberClass::kZero) return "0";
  const std::int64_t divisor = std::gcd(value.steps, std::int64_t{value.steps_per_octave});
  const std::string numerator = std::to_string(value.steps / divisor);
  const std::string sign = value.negative ? "-" : "";
  if (IsPowerOfTwo(value)) return sign + "2^" + numerator;
  return sign + "2^(" + numerator + "/" + std::to_string(value.steps_per_octave / divisor) + ")";
}

std::string DecimalValue(const LogNumber& value) {
  if (value.number_class != NumberClass::kNormal) return ExactValue(value);
  if (IsPowerOfTwo(value)) {
    const auto exponent = static_cast<int>(value.steps / value.steps_per_octave);
    return DecimalValue(Decoded{NumberClass::kNormal, value.negative, 1, exponent});
  }
  const long double octaves = static_cast<long double>(value.steps) / value.steps_per_octave;
  const std::string digits = PlainDecimal(std::exp2(octaves), kLogDigits);
  return (value.negative ? "~-" : "~") + digits;
}

}  // namespace macroscope
