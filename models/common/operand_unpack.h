// One operand, of any format, as sign, exponent and significand.
// Twin of rtl/common/operand_unpack.sv.
#pragma once

#include "models/common/word.h"
#include "models/design/design.h"

namespace macroscope {

struct OperandUnpack {
  struct Out {
    bool sign = false;
    int exponent = 0;  // Biased; subnormals have that of the smallest normals. Integers 0.
    std::uint64_t significand = 0;  // U1.fraction_bits; integers: the magnitude.
    bool nan = false;
    bool infinity = false;  // With nan, where signalling NaNs count: a signalling NaN.
    friend bool operator==(const Out&, const Out&) = default;
  };

  // Fields of the format, and the codes that are not numbers, worked out once.
  bool is_floating = false;
  Encoding encoding = Encoding::kTwosComplement;
  int fraction_bits = 0;
  bool has_subnormals = true;
  std::uint64_t sign_mask = 0;
  std::uint64_t magnitude_mask = 0;
  std::uint64_t no_hidden_below = 0;  // Magnitudes below this have hidden bit 0.
  std::uint64_t finite_up_to = 0;     // Magnitudes above this are special.
  std::uint64_t infinity_magnitude = ~std::uint64_t{0};
  bool negative_zero_is_nan = false;
  bool flushes = false;
  std::uint64_t quiet_bit = ~std::uint64_t{0};  // NaNs without it are signalling.

  OperandUnpack() = default;
  explicit OperandUnpack(const Format& f)
      : is_floating(f.is_floating()),
        encoding(f.encoding),
        fraction_bits(f.fraction_bits),
        has_subnormals(f.has_subnormals),
        sign_mask(f.sign_mask()),
        magnitude_mask(f.code_mask() & ~f.sign_mask()),
        no_hidden_below(f.has_subnormals ? std::uint64_t{1} << f.fraction_bits
                                         : std::uint64_t{f.has_zero}),
        finite_up_to(f.max_finite()),
        negative_zero_is_nan(f.has_nan() && f.canonical_nan() == f.sign_mask() && f.has_sign) {
    if (f.has_infinity()) infinity_magnitude = f.infinity(false);
  }

  // With the design's treatment of subnormals, and signalling NaNs told apart if it has flags.
  OperandUnpack(const Format& f, const Design& design) : OperandUnpack(f) {
    flushes = FlushesInputs(design) && f.is_floating() && f.has_subnormals;
    if (design.flags == FlagOutput::kOn && f.is_floating() && f.specials == Specials::kIeee) {
      quiet_bit = std::uint64_t{1} << (f.fraction_bits - 1);
    }
  }

  constexpr Out operator()(std::uint64_t code) const {
    if (!is_floating) return Integer(code);
    const std::uint64_t magnitude = code & magnitude_mask;
    const bool sign = (code & sign_mask) != 0;
    const bool hidden = magnitude >= no_hidden_below;
    const int field = static_cast<int>(magnitude >> fraction_bits);
    const bool special = magnitude > finite_up_to;
    const bool nan = (special && magnitude != infinity_magnitude) ||
                     (negative_zero_is_nan && sign && magnitude == 0);
    const std::uint64_t significand =
        (magnitude & LowMask<Word64>(fraction_bits)) | (std::uint64_t{hidden} << fraction_bits);
    return {.sign = sign,
            .exponent = has_subnormals && field == 0 ? 1 : field,
            .significand = flushes && !hidden ? 0 : significand,
            .nan = nan,
            .infinity = magnitude == infinity_magnitude || (nan && (code & quiet_bit) == 0)};
  }

 private:
  constexpr Out Integer(std::uint64_t code) const {
    if (encoding == Encoding::kUnsigned) return {.significand = code};
    if (encoding == Encoding::kSignMagnitude) {
      return {.sign = (code & sign_mask) != 0, .significand = code & magnitude_mask};
    }
    const std::uint64_t low = code & magnitude_mask;
    return (code & sign_mask) == 0 ? Out{.significand = low}
                                   : Out{.sign = true, .significand = sign_mask - low};
  }
};

}  // namespace macroscope
