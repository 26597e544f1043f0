#include "models/formats/decode.h"

#include <cmath>
#include <stdexcept>

namespace macroscope {
namespace {

Decoded DecodeInteger(const Format& format, std::uint64_t code) {
  Decoded out;
  out.exponent = -format.point_bits;
  const std::uint64_t sign = code & format.sign_mask();
  out.negative = sign != 0;
  switch (format.encoding) {
    case Encoding::kUnsigned:
      out.significand = code;
      break;
    case Encoding::kTwosComplement:
      out.significand = out.negative ? (~code & format.code_mask()) + 1 : code;
      break;
    case Encoding::kSignMagnitude:
      out.significand = code ^ sign;
      break;
  }
  out.number_class = out.significand == 0 ? NumberClass::kZero : NumberClass::kNormal;
  return out;
}

// Which special the code is, or kNormal.
NumberClass SpecialClass(const Format& format, std::uint64_t sign, std::uint64_t magnitude) {
  const std::uint64_t top = format.code_mask() & ~format.sign_mask();
  switch (format.specials) {
    case Specials::kIeee: {
      const std::uint64_t infinity = format.infinity(false);
      if (magnitude == infinity) return NumberClass::kInfinity;
      return magnitude > infinity ? NumberClass::kNan : NumberClass::kNormal;
    }
    case Specials::kTopCodeNan:
      return magnitude == top ? NumberClass::kNan : NumberClass::kNormal;
    case Specials::kNone:
      return NumberClass::kNormal;
    case Specials::kNegativeZeroNan:
      return sign != 0 && magnitude == 0 ? NumberClass::kNan : NumberClass::kNormal;
    case Specials::kExtended:
      if ((sign | magnitude) == format.canonical_nan()) return NumberClass::kNan;
      return magnitude == format.infinity(false) ? NumberClass::kInfinity : NumberClass::kNormal;
  }
  return NumberClass::kNormal;
}

Decoded DecodeFloating(const Format& format, std::uint64_t code) {
  const std::uint64_t sign = code & format.sign_mask();
  const std::uint64_t magnitude = code ^ sign;
  Decoded out;
  out.number_class = SpecialClass(format, sign, magnitude);
  if (out.number_class == NumberClass::kNan) return out;
  out.negative = sign != 0;
  if (out.number_class == NumberClass::kInfinity) return out;

  const int field = static_cast<int>(magnitude >> format.fraction_bits);
  const std::uint64_t hidden = std::uint64_t{1} << format.fraction_bits;
  const std::uint64_t fraction = magnitude & (hidden - 1);
  out.exponent = format.min_quantum_exponent();
  if (magnitude == 0 && format.has_zero) {
    out.number_class = NumberClass::kZero;
  } else if (field == 0 && format.has_subnormals) {
    out.number_class = NumberClass::kSubnormal;
    out.significand = fraction;
  } else {
    out.significand = hidden | fraction;
    out.exponent = field - format.bias - format.fraction_bits;
  }
  return out;
}

Decoded DecodePosit(const Format& format, std::uint64_t code) {
  Decoded out;
  if (code == 0) return out;
  if (code == format.canonical_nan()) {
    out.number_class = NumberClass::kNan;
    return out;
  }
  out.number_class = NumberClass::kNormal;
  out.negative = (code & format.sign_mask()) != 0;
  const std::uint64_t body = out.negative ? (~code & format.code_mask()) + 1 : code;
  const PositParts parts = SplitPosit(format.posit, body);
  out.significand = std::uint64_t{1} << parts.fraction_bits | parts.fraction;
  out.exponent = parts.scale - parts.fraction_bits;
  return out;
}

Decoded DecodeCodebook(const Format& format, std::uint64_t code) {
  const std::uint64_t sign = code & format.sign_mask();
  const float value = format.codebook.values[code ^ sign];
  Decoded out;
  if (value == 0) return out;
  int exponent = 0;
  const float fraction = std::frexp(std::fabs(value), &exponent);
  out.number_class = NumberClass::kNormal;
  out.negative = sign != 0 || value < 0;
  out.significand = static_cast<std::uint64_t>(std::ldexp(fraction, kCodebookSignificandBits));
  out.exponent = exponent - kCodebookSignificandBits;
  return out;
}

}  // namespace

Decoded Decode(const Format& format, std::uint64_t code) {
  code &= format.code_mask();
  switch (format.family) {
    case Family::kInteger:
      return DecodeInteger(format, code);
    case Family::kFloating:
      return DecodeFloating(format, code);
    case Family::kPosit:
      return DecodePosit(format, code);
    case Family::kCodebook:
      return DecodeCodebook(format, code);
    case Family::kDoubleBase:
      throw std::invalid_argument("'" + format.name +
                                  "' is of family double_base, which DecodeDoubleBase reads, not "
                                  "Decode");
    case Family::kLogarithmic:
    case Family::kLogPosit:
      break;
  }
  throw std::invalid_argument("'" + format.name +
                              "' holds logarithms, which DecodeLog reads, not Decode");
}

}  // namespace macroscope
