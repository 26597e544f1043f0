#include "models/formats/format.h"

#include <algorithm>

namespace macroscope {
namespace {

std::uint64_t Ones(int count) {
  return count >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << count) - 1;
}

// The code without its sign bit, all ones.
std::uint64_t MagnitudeMask(const Format& format) {
  return format.code_mask() & ~format.sign_mask();
}

// The all-ones exponent with fraction 0, of IEEE 754.
std::uint64_t TopExponent(const Format& format) {
  return Ones(format.exponent_bits) << format.fraction_bits;
}

}  // namespace

const char* FamilyText(Family family) {
  switch (family) {
    case Family::kInteger:
      return "integer";
    case Family::kFloating:
      return "floating";
    case Family::kPosit:
      break;
  }
  return "posit";
}

int Format::width_bits() const {
  if (is_integer()) return integer_width_bits;
  if (is_posit()) return posit.width_bits;
  return int{has_sign} + exponent_bits + fraction_bits;
}

int Format::significand_bits() const {
  if (is_floating()) return fraction_bits + 1;
  if (is_posit()) return posit.max_fraction_bits() + 1;
  return integer_width_bits - int{encoding == Encoding::kSignMagnitude};
}

bool Format::has_negative_zero() const {
  if (is_integer()) return encoding == Encoding::kSignMagnitude;
  if (is_posit()) return false;
  return has_sign && has_zero && specials != Specials::kNegativeZeroNan &&
         specials != Specials::kExtended;
}

std::uint64_t Format::code_mask() const { return Ones(width_bits()); }

std::uint64_t Format::sign_mask() const {
  return is_signed() ? std::uint64_t{1} << (width_bits() - 1) : 0;
}

std::uint64_t Format::canonical_nan() const {
  if (!has_nan()) return 0;
  if (is_posit()) return sign_mask();
  switch (specials) {
    case Specials::kIeee:  // Quiet: the top fraction bit is set.
      return TopExponent(*this) | std::uint64_t{1} << (fraction_bits - 1);
    case Specials::kTopCodeNan:
      return MagnitudeMask(*this);
    case Specials::kNegativeZeroNan:
      return sign_mask();
    case Specials::kExtended:
      return has_sign ? sign_mask() : code_mask();
    case Specials::kNone:
      break;
  }
  return 0;
}

std::uint64_t Format::infinity(bool negative) const {
  if (!has_infinity() || (negative && !has_sign)) return 0;
  const std::uint64_t sign = negative ? sign_mask() : 0;
  if (specials == Specials::kIeee) return sign | TopExponent(*this);
  return has_sign ? sign | MagnitudeMask(*this) : code_mask() - 1;
}

std::uint64_t Format::max_finite() const {
  const std::uint64_t top = MagnitudeMask(*this);
  if (is_integer() || is_posit()) return top;
  switch (specials) {
    case Specials::kIeee:
      return TopExponent(*this) - 1;
    case Specials::kTopCodeNan:
      return top - 1;
    case Specials::kExtended:
      return has_sign ? top - 1 : top - 2;
    case Specials::kNone:
    case Specials::kNegativeZeroNan:
      break;
  }
  return top;
}

std::uint64_t Format::min_finite() const {
  if (!is_signed()) return 0;
  if (is_integer() && encoding == Encoding::kTwosComplement) return sign_mask();
  if (is_posit()) return sign_mask() + 1;
  return sign_mask() | max_finite();
}

int Format::min_quantum_exponent() const {
  if (is_integer()) return -point_bits;
  if (is_posit()) return -posit.max_scale();
  return int{has_subnormals} - bias - fraction_bits;
}

int Format::max_shift() const {
  if (is_integer()) return 0;
  if (is_posit()) return 2 * posit.max_scale();
  const int top_field = static_cast<int>(max_finite() >> fraction_bits);
  return std::max(0, top_field - int{has_subnormals});
}

}  // namespace macroscope
