#include <cctype>
#include <stdexcept>

#include "models/formats/format.h"
#include "models/formats/format_error.h"

namespace macroscope {
namespace {

constexpr int kMinIntegerWidth = 2, kMaxIntegerWidth = 32;
constexpr int kMaxPointBits = 64;
constexpr int kMaxExponentBits = 11, kMaxFractionBits = 52;
constexpr int kMaxBias = 4096;

// Names stand in lists (`a,b`), beside `+`, and in file names.
void CheckName(const Format& format) {
  const std::string& name = format.name;
  bool good = !name.empty() && std::isalpha(static_cast<unsigned char>(name[0]));
  for (const char c : name) {
    good = good && (std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '.');
  }
  if (!good) FailFormat(format, "a name is a letter, then letters, digits, '_' and '.'");
}

void CheckInteger(const Format& format) {
  CheckFormatRange(format, "width", format.integer_width_bits, kMinIntegerWidth, kMaxIntegerWidth);
  CheckFormatRange(format, "point_bits", format.point_bits, -kMaxPointBits, kMaxPointBits);
  Format plain;
  plain.name = format.name;
  plain.family = Family::kInteger;
  plain.encoding = format.encoding;
  plain.integer_width_bits = format.integer_width_bits;
  plain.point_bits = format.point_bits;
  if (format != plain) FailFormat(format, "an integer has no exponent, fraction, bias or specials");
}

void CheckSpecials(const Format& format) {
  switch (format.specials) {
    case Specials::kIeee:
      if (format.fraction_bits == 0) {
        FailFormat(
            format,
            "IEEE specials need a fraction bit to tell a NaN from infinity; give fraction_bits 1 "
            "or more, or other specials");
      }
      break;
    case Specials::kNegativeZeroNan:
      if (!format.has_sign) {
        FailFormat(
            format,
            "an unsigned format has no negative zero to be the NaN; give it a sign, or other "
            "specials");
      }
      if (!format.has_zero) FailFormat(format, "a format whose NaN is negative zero has a zero");
      break;
    case Specials::kExtended:
      if (!format.has_zero) FailFormat(format, "a format with extended specials has a zero");
      break;
    case Specials::kTopCodeNan:
    case Specials::kNone:
      break;
  }
}

// The codes of finite numbers but zero run from the first to max_finite().
void CheckSomethingFinite(const Format& format) {
  const std::uint64_t magnitudes = format.code_mask() & ~format.sign_mask();
  const std::uint64_t first = format.has_zero ? 1 : 0;
  // max_finite() wraps below zero where the specials take every code.
  if (format.max_finite() > magnitudes || format.max_finite() < first) {
    FailFormat(format, "its special codes leave no finite value but zero; give it more bits");
  }
}

bool HasAlternativeFields(const Format& format) {
  return format.posit != PositLayout{} || format.log != LogLayout{} ||
         format.log_posit != LogPositTables{} || format.double_base != DoubleBaseLayout{} ||
         format.codebook != Codebook{};
}

void CheckFloating(const Format& format) {
  CheckFormatRange(format, "exponent_bits", format.exponent_bits, 1, kMaxExponentBits);
  CheckFormatRange(format, "fraction_bits", format.fraction_bits, 0, kMaxFractionBits);
  CheckFormatRange(format, "bias", format.bias, -kMaxBias, kMaxBias);
  if (format.encoding != Encoding::kTwosComplement || format.integer_width_bits != 0 ||
      format.point_bits != 0 || HasAlternativeFields(format)) {
    FailFormat(format, "a floating format has no integer width, encoding or point_bits");
  }
  if (format.width_bits() < 2) FailFormat(format, "it has 1 bit; a format has at least 2");
  if (format.has_subnormals && !format.has_zero) {
    FailFormat(format, "the code 0 of a format with subnormals is zero; set both or neither");
  }
  CheckSpecials(format);
  CheckSomethingFinite(format);
}

}  // namespace

void Validate(const Format& format) {
  CheckName(format);
  if (format.is_integer()) return CheckInteger(format);
  if (format.is_floating()) return CheckFloating(format);
  CheckAlternative(format);
}

}  // namespace macroscope
