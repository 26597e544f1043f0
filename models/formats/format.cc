// Long for one file, but only what each family answers to one question after the other.
#include "models/formats/format.h"

#include <algorithm>
#include <cmath>
#include <limits>

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

enum class Extreme : std::uint8_t { kGreatest, kLeast, kLeastPositive, kNearestZero };

// The code of the value that is extreme in that sense; the lowest of those there are.
std::uint64_t CodeOfExtreme(const Codebook& codebook, Extreme extreme) {
  const auto rank = [extreme](float value) {
    switch (extreme) {
      case Extreme::kGreatest:
        return -value;
      case Extreme::kLeast:
        return value;
      case Extreme::kLeastPositive:
        return value > 0 ? value : std::numeric_limits<float>::infinity();
      case Extreme::kNearestZero:
        break;
    }
    return std::fabs(value);
  };
  if (codebook.has_sign && extreme == Extreme::kLeast) {
    return CodeOfExtreme(codebook, Extreme::kGreatest) | codebook.values.size();
  }
  const auto found = std::ranges::min_element(codebook.values, {}, rank);
  return static_cast<std::uint64_t>(found - codebook.values.begin());
}

}  // namespace

const char* FamilyText(Family family) {
  switch (family) {
    case Family::kInteger:
      return "integer";
    case Family::kFloating:
      return "floating";
    case Family::kPosit:
      return "posit";
    case Family::kLogarithmic:
      return "logarithmic";
    case Family::kLogPosit:
      return "log_posit";
    case Family::kDoubleBase:
      return "double_base";
    case Family::kCodebook:
      break;
  }
  return "codebook";
}

bool Format::is_signed() const {
  if (is_integer()) return encoding != Encoding::kUnsigned;
  return family == Family::kCodebook ? codebook.is_signed() : has_sign;
}

int Format::width_bits() const {
  switch (family) {
    case Family::kInteger:
      return integer_width_bits;
    case Family::kFloating:
      return int{has_sign} + exponent_bits + fraction_bits;
    case Family::kPosit:
    case Family::kLogPosit:
      return posit.width_bits;
    case Family::kLogarithmic:
      return int{has_sign} + int{log.zero == LogZero::kFlag} + log.logarithm_bits;
    case Family::kDoubleBase:
      return 1 + double_base.two_bits + double_base.three_bits;
    case Family::kCodebook:
      break;
  }
  return codebook.width_bits();
}

int Format::significand_bits() const {
  if (is_floating()) return fraction_bits + 1;
  if (is_integer()) return integer_width_bits - int{encoding == Encoding::kSignMagnitude};
  if (is_posit()) return posit.max_fraction_bits() + 1;
  return is_codebook() ? kCodebookSignificandBits : 0;
}

bool Format::has_negative_zero() const {
  if (is_integer()) return encoding == Encoding::kSignMagnitude;
  return is_floating() && has_sign && has_zero && specials != Specials::kNegativeZeroNan &&
         specials != Specials::kExtended;
}

std::uint64_t Format::code_mask() const { return Ones(width_bits()); }

std::uint64_t Format::sign_mask() const {
  const bool has_bit = family == Family::kCodebook ? codebook.has_sign : is_signed();
  return has_bit ? std::uint64_t{1} << (width_bits() - 1) : 0;
}

std::uint64_t Format::zero_flag_mask() const {
  const bool has_flag = family == Family::kLogarithmic && log.zero == LogZero::kFlag;
  return has_flag ? std::uint64_t{1} << log.logarithm_bits : 0;
}

std::uint64_t Format::zero_code() const {
  if (family == Family::kCodebook) return CodeOfExtreme(codebook, Extreme::kNearestZero);
  if (is_double_base()) return double_base.least_field();
  if (family != Family::kLogarithmic) return 0;
  return log.zero == LogZero::kFlag ? zero_flag_mask() : log.least_field();
}

std::uint64_t Format::canonical_nan() const {
  if (!has_nan()) return 0;
  if (is_alternative()) return sign_mask() | zero_code();
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
  if (family == Family::kCodebook) return CodeOfExtreme(codebook, Extreme::kGreatest);
  if (family == Family::kLogarithmic) return log.Field(log.greatest_steps());
  if (is_double_base()) {
    return double_base.Field(double_base.greatest_two(), double_base.greatest_three());
  }
  if (!is_floating()) return top;
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
  if (family == Family::kCodebook) return CodeOfExtreme(codebook, Extreme::kLeast);
  if (!is_signed()) return 0;
  if (is_integer() && encoding == Encoding::kTwosComplement) return sign_mask();
  if (is_posit()) return sign_mask() + 1;
  return sign_mask() | max_finite();
}

std::uint64_t Format::least_positive() const {
  if (family == Family::kCodebook) return CodeOfExtreme(codebook, Extreme::kLeastPositive);
  if (family == Family::kLogarithmic) return log.Field(log.least_steps());
  // The least of both is zero, and a step of two is less than one of three.
  if (is_double_base()) {
    return double_base.Field(double_base.least_two() + 1, double_base.least_three());
  }
  return is_floating() && !has_zero ? 0 : 1;
}

int Format::min_quantum_exponent() const {
  if (is_integer()) return -point_bits;
  if (is_posit()) return -posit.max_scale();
  if (is_alternative()) return 0;
  return int{has_subnormals} - bias - fraction_bits;
}

int Format::max_shift() const {
  if (is_integer()) return 0;
  if (is_posit()) return 2 * posit.max_scale();
  if (is_alternative()) return 0;
  const int top_field = static_cast<int>(max_finite() >> fraction_bits);
  return std::max(0, top_field - int{has_subnormals});
}

}  // namespace macroscope
