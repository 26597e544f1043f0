// What a number format is: one row of data. Code asks what a format does, never what it is called.
#pragma once

#include <cstdint>
#include <string>

#include "models/formats/codebook.h"
#include "models/formats/double_base_layout.h"
#include "models/formats/log_layout.h"
#include "models/formats/log_posit_tables.h"
#include "models/formats/posit_layout.h"

namespace macroscope {

enum class Family : std::uint8_t {
  kInteger,   // An integer, or fixed point: an integer with a binary point.
  kFloating,  // Sign, exponent field, fraction field, from the most significant bit down.
  // The alternatives to these, in which the steps between numbers follow other rules.
  kPosit,        // An exponent of varying length, so that numbers near 1 have most fraction bits.
  kLogarithmic,  // A fixed-point logarithm.
  kLogPosit,     // A logarithm laid out as a posit, sign and magnitude (Johnson 2018, ELMA).
  kDoubleBase,   // A power of two times a power of three.
  kCodebook,     // A table of values.
};

// "posit", as messages and tables have it.
const char* FamilyText(Family family);

enum class Encoding : std::uint8_t { kUnsigned, kTwosComplement, kSignMagnitude };

// What the special codes of a floating format mean (specification: docs/formats.md).
enum class Specials : std::uint8_t {
  kIeee,             // IEEE 754: the all-ones exponent holds infinity (fraction 0) and the NaNs.
  kTopCodeNan,       // OCP E4M3, E8M0: the all-ones magnitude is the NaN; there is no infinity.
  kNone,             // OCP FP6 and FP4: every code is a finite number.
  kNegativeZeroNan,  // FNUZ: the code of negative zero is the only NaN; no infinity, no -0.
  kExtended,  // IEEE P3109: as kNegativeZeroNan, and the all-ones magnitude is infinity. Unsigned
              // formats have no negative zero: all ones is the NaN, one below it infinity.
};

// A scalar number format. Fields that the family does not use keep their defaults.
struct Format {
  std::string name;
  Family family = Family::kFloating;

  // Integers and fixed point.
  Encoding encoding = Encoding::kTwosComplement;
  int integer_width_bits = 0;  // The whole code, 2 to 32 bits.
  int point_bits = 0;          // Bits right of the binary point: value = integer * 2^-point_bits.

  // Floating point.
  bool has_sign = true;
  int exponent_bits = 0;  // 1 to 11
  int fraction_bits = 0;  // 0 to 52; the hidden bit is not stored.
  int bias = 0;           // Any; 2^(exponent_bits-1) - 1 in IEEE 754.
  Specials specials = Specials::kIeee;
  bool has_subnormals = true;  // If not, exponent field 0 holds normal numbers (and zero, if any).
  bool has_zero = true;        // E8M0 has none.

  PositLayout posit{};         // Of posits and log posits.
  LogLayout log{};             // Of logarithmic formats; has_sign says whether they have a sign.
  LogPositTables log_posit{};  // Of log posits.
  DoubleBaseLayout double_base{};
  Codebook codebook{};

  bool is_integer() const { return family == Family::kInteger; }
  bool is_floating() const { return family == Family::kFloating; }
  bool is_posit() const { return family == Family::kPosit; }
  bool is_log_posit() const { return family == Family::kLogPosit; }
  bool is_codebook() const { return family == Family::kCodebook; }
  // DecodeDoubleBase reads its codes.
  bool is_double_base() const { return family == Family::kDoubleBase; }
  // Whether DecodeLog reads its codes, as most are irrational; else Decode does.
  bool holds_logarithms() const { return family == Family::kLogarithmic || is_log_posit(); }
  // Neither integer nor floating: what no unit takes that is not made for it.
  bool is_alternative() const { return !is_integer() && !is_floating(); }
  // Whether any value is negative.
  bool is_signed() const;
  int width_bits() const;
  // Bits of the largest magnitude: the significand with its hidden bit, or |x| of an integer
  // (two's complement needs all its bits for |-2^(n-1)|). 0 of logarithms and double-base
  // numbers.
  int significand_bits() const;

  // Fraction bits of a logarithm in octaves, where these have a power of two of steps.
  int log_fraction_bits() const {
    return is_log_posit() ? posit.max_fraction_bits() : log.fraction_bits();
  }

  // Whether NaN and infinities are one code, which posits and log posits call NaR, not a real.
  bool has_nar() const { return is_posit() || is_log_posit(); }
  bool has_nan() const {
    return has_nar() || is_double_base() || (is_floating() && specials != Specials::kNone);
  }
  bool has_infinity() const {
    return is_floating() && (specials == Specials::kIeee || specials == Specials::kExtended);
  }
  bool has_negative_zero() const;

  // Codes. All are right-aligned in 64 bits. Calls on a format without such a code return 0.
  std::uint64_t code_mask() const;       // All ones in width_bits().
  std::uint64_t sign_mask() const;       // The sign bit, or 0 where the format has none.
  std::uint64_t zero_flag_mask() const;  // The bit that means zero, of logarithms that have one.
  std::uint64_t zero_code() const;       // Of +0; of a format without zero, of what stands for it.
  std::uint64_t canonical_nan() const;
  std::uint64_t infinity(bool negative) const;
  std::uint64_t max_finite() const;      // Code of the largest finite value.
  std::uint64_t min_finite() const;      // Code of the most negative finite value (0 if unsigned).
  std::uint64_t least_positive() const;  // Code of the least value above zero.

  // Exponent of one unit in the last place of the smallest values: subnormals, the integer lsb, or
  // the least posit. All values are multiples of it. Of logarithms, double-base numbers and
  // codebooks there is none: 0.
  int min_quantum_exponent() const;
  // Largest shift of the significand against that quantum, over all finite values; 0 for integers.
  int max_shift() const;

  friend bool operator==(const Format&, const Format&) = default;
};

// Throws std::invalid_argument, saying what is wrong and what would be right, for a format that
// cannot exist: fields out of range, a NaN with no code to hold it, no finite value but zero.
void Validate(const Format& format);

}  // namespace macroscope
