#include "tests/cli/testfloat_stream.h"

#include <cmath>
#include <cstdio>

namespace macroscope {
namespace {

constexpr int kInexact = 1, kUnderflow = 2, kOverflow = 4, kInvalid = 16;

// high + low, exactly; high is the sum rounded to nearest.
struct Exact {
  double high = 0;
  double low = 0;

  // Whether it is less than, equal to, or greater than x: -1, 0 or 1. As rounding is monotonic,
  // high tells unless it is x itself.
  int Compare(double x) const {
    if (high != x) return high < x ? -1 : 1;
    return (low > 0) - (low < 0);
  }
  Exact Magnitude() const { return high < 0 ? Exact{-high, -low} : *this; }
};

// Knuth's exact addition; no product or sum of these formats overflows or underflows a double.
Exact Add(double x, double y) {
  const volatile double sum = x + y;
  const volatile double y_part = sum - x;
  const volatile double x_part = sum - y_part;
  const volatile double y_rest = y - y_part;
  const volatile double x_rest = x - x_part;
  return {sum, x_rest + y_rest};
}

bool IsSignaling(const StreamFormat& format, std::uint32_t code) {
  const std::uint32_t quiet = 1U << (format.fraction_bits - 1);
  return std::isnan(format.Value(code)) && (code & quiet) == 0;
}

// Whether a number that lies between `below` and `above` goes up.
bool GoesUp(const Exact& magnitude, double below, double above, bool below_is_odd, bool negative,
            StreamMode mode) {
  const int half = magnitude.Compare(below + (above - below) / 2);
  switch (mode) {
    case StreamMode::kNearEven:
      return half > 0 || (half == 0 && below_is_odd);
    case StreamMode::kNearMaxMag:
      return half >= 0;
    case StreamMode::kMin:
      return negative;
    case StreamMode::kMax:
      return !negative;
    case StreamMode::kOdd:
      return !below_is_odd;
    case StreamMode::kMinMag:
      break;
  }
  return false;
}

}  // namespace

StreamResult StreamRound(const StreamFormat& format, double high, double low, StreamMode mode) {
  const Exact exact{high, low};
  const bool negative = exact.high < 0;
  const std::uint32_t sign = negative ? format.sign() : 0;
  const Exact magnitude = exact.Magnitude();
  // The greatest code whose number is not above.
  std::uint32_t code = 0, above = format.infinity() + 1;
  while (above - code > 1) {
    const std::uint32_t middle = code + (above - code) / 2;
    (magnitude.Compare(format.Magnitude(middle)) >= 0 ? code : above) = middle;
  }
  const double below = format.Magnitude(code);
  const bool is_exact = magnitude.Compare(below) == 0;
  int flags = is_exact ? 0 : kInexact;
  std::uint32_t rounded = code;
  if (!is_exact && code < format.infinity() &&
      GoesUp(magnitude, below, format.Magnitude(code + 1), (code & 1) != 0, negative, mode)) {
    ++rounded;
  }
  if (rounded >= format.infinity()) {
    flags = kOverflow | kInexact;
    const bool stays = mode == StreamMode::kMinMag || mode == StreamMode::kOdd ||
                       mode == (negative ? StreamMode::kMax : StreamMode::kMin);
    return {sign | (stays ? format.infinity() - 1 : format.infinity()), flags};
  }
  // Were exponents unbounded, the numbers just below the least normal one would lie half as far
  // apart as they do; the last of them is odd.
  const double least_normal = format.Magnitude(1U << format.fraction_bits);
  const double last = least_normal - format.Magnitude(1) / 2;
  const bool tiny = magnitude.Compare(last) <= 0 ||
                    (magnitude.Compare(least_normal) < 0 &&
                     !GoesUp(magnitude, last, least_normal, true, negative, mode));
  if (!is_exact && tiny) flags |= kUnderflow;
  return {sign | rounded, flags};
}

std::string RoundingName(StreamMode mode) {
  switch (mode) {
    case StreamMode::kNearEven:
      return "ties_to_even";
    case StreamMode::kMinMag:
      return "toward_zero";
    case StreamMode::kMin:
      return "toward_negative";
    case StreamMode::kMax:
      return "toward_positive";
    case StreamMode::kNearMaxMag:
      return "ties_to_away";
    case StreamMode::kOdd:
      break;
  }
  return "to_odd";
}

double StreamFormat::Magnitude(std::uint32_t code) const {
  const int field = static_cast<int>(code >> fraction_bits);
  const std::uint32_t hidden = 1U << fraction_bits;
  const std::uint32_t fraction = code & (hidden - 1);
  return field == 0 ? std::ldexp(fraction, 1 - bias() - fraction_bits)
                    : std::ldexp(hidden | fraction, field - bias() - fraction_bits);
}

double StreamFormat::Value(std::uint32_t code) const {
  const std::uint32_t magnitude = code & (sign() - 1);
  double value = Magnitude(magnitude);
  if (magnitude == infinity()) value = HUGE_VAL;
  if (magnitude > infinity()) value = std::nan("");
  return (code & sign()) != 0 ? -value : value;
}

StreamResult StreamEvaluate(const StreamFormat& format, StreamOperation operation, StreamMode mode,
                            std::uint32_t a, std::uint32_t b, std::uint32_t c) {
  const bool adds = operation == StreamOperation::kAdd;
  const bool multiplies_only = operation == StreamOperation::kMul;
  const double x = format.Value(a), y = format.Value(b);
  const double product = adds ? x : x * y;  // Exact: at most 48 bits.
  const double addend = adds ? y : multiplies_only ? 0 : format.Value(c);
  const double sum = multiplies_only ? product : product + addend;
  if (std::isnan(sum)) {
    const bool no_product = !adds && std::isnan(product) && !std::isnan(x) && !std::isnan(y);
    const bool from_operand = std::isnan(x) || std::isnan(y) || std::isnan(addend);
    const bool invalid = no_product || !from_operand || IsSignaling(format, a) ||
                         IsSignaling(format, b) ||
                         (operation == StreamOperation::kMulAdd && IsSignaling(format, c));
    // x86's NaN: any NaN will do.
    const std::uint32_t nan = format.sign() | format.infinity() | 1U << (format.fraction_bits - 1);
    return {nan, invalid ? kInvalid : 0};
  }
  if (std::isinf(sum)) return {format.infinity() | (sum < 0 ? format.sign() : 0), 0};
  const Exact exact = multiplies_only ? Exact{product, 0} : Add(product, addend);
  if (exact.high != 0) return StreamRound(format, exact.high, exact.low, mode);
  const bool unlike = !multiplies_only && std::signbit(product) != std::signbit(addend);
  const bool minus = unlike ? mode == StreamMode::kMin : std::signbit(product);
  return {minus ? format.sign() : 0, 0};
}

std::string StreamLine(const StreamFormat& format, StreamOperation operation, std::uint32_t a,
                       std::uint32_t b, std::uint32_t c, const StreamResult& result) {
  const int digits = (format.width_bits() + 3) / 4;
  char line[64];
  if (operation == StreamOperation::kMulAdd) {
    std::snprintf(line, sizeof line, "%0*X %0*X %0*X %0*X %02X\n", digits, a, digits, b, digits, c,
                  digits, result.code, static_cast<unsigned>(result.flags));
  } else {
    std::snprintf(line, sizeof line, "%0*X %0*X %0*X %02X\n", digits, a, digits, b, digits,
                  result.code, static_cast<unsigned>(result.flags));
  }
  return line;
}

std::string Stream(const StreamFormat& format, StreamOperation operation, StreamMode mode,
                   int count, std::uint64_t seed) {
  StreamOperands operands(format, operation, seed);
  std::string lines;
  for (int i = 0; i < count; ++i) {
    std::uint32_t a = 0, b = 0, c = 0;
    operands.Draw(a, b, c);
    lines +=
        StreamLine(format, operation, a, b, c, StreamEvaluate(format, operation, mode, a, b, c));
  }
  return lines;
}

}  // namespace macroscope
