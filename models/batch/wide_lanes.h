// Words of 128 bits, one a lane, and the operands' way into significands of 64. Included by the
// wide kernel alone.
#pragma once

#include "models/batch/lanes.h"
#include "models/batch/operand_plan.h"

namespace macroscope {
namespace {

template <int kLanes>
struct WideLaneMath : LaneMath<kLanes> {
  using Math = LaneMath<kLanes>;
  using Math::All, Math::DoubleBits, Math::Less, Math::SignOf;
  using typename Math::Real, typename Math::Word;

  static constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
  static constexpr std::uint64_t kHidden = std::uint64_t{1} << 52;
  // Of zero: below all others, and the sum of two is.
  static constexpr std::int64_t kZeroExponent = -(1 << 20);

  struct Wide {
    Word high{}, low{};
  };

  // (-1)^sign * significand / 2^63 * 2^exponent, the significand's top bit set unless it is zero;
  // or no number.
  struct Operand {
    Word negative{}, significand{}, exponent{};
    Word zero{}, nan{}, infinite{};  // Truths.
  };

  // NaNs of formats with signalling ones set all of `signals` if they are.
  [[gnu::always_inline]] static Operand Decode(const OperandPlan& plan, const Word& code,
                                               Word& signals) {
    Operand out;
    if (!plan.is_floating) return DecodeInteger(plan, code);
    const Word magnitude = code & plan.magnitude_mask;
    const Word low = Less(magnitude, All(plan.low_below));
    out.negative = SignOf((code & plan.sign_mask) << plan.sign_shift);
    const Word aligned = magnitude << plan.fraction_shift;
    Word exponent = aligned >> 52;
    Word fraction = aligned & (kHidden - 1);
    if (plan.low_is_zero) {
      out.zero = low;
    } else {
      const Word normalized = Normalized(fraction);
      // The leading one's place, counted down from that of the hidden bit in field 1.
      exponent = low ? (normalized >> 52) - (1023 + 51) : exponent;
      out.zero = low & Word(normalized == 0);
      fraction = low ? normalized & (kHidden - 1) : fraction;
    }
    out.significand = ((fraction | kHidden) << 11) & ~out.zero;
    const auto bias = static_cast<std::uint64_t>(plan.bias);
    out.exponent = out.zero ? All(static_cast<std::uint64_t>(kZeroExponent)) : exponent - bias;
    const Word special = Less(All(plan.finite_up_to), magnitude);
    out.infinite = magnitude == plan.infinity_magnitude;
    out.nan = special & ~out.infinite;
    if (plan.quiet_bit != 0) signals |= out.nan & Word((code & plan.quiet_bit) == 0);
    if (plan.negative_zero_is_nan) out.nan |= Word(code == plan.sign_mask);
    return out;
  }

  // The exact product of two significands.
  [[gnu::always_inline]] static Wide Product(const Word& a, const Word& b) {
    constexpr std::uint64_t kHalf = 0xffffffff;
    const Word a_high = a >> 32, a_low = a & kHalf, b_high = b >> 32, b_low = b & kHalf;
    const Word low = a_low * b_low, first = a_low * b_high, second = a_high * b_low;
    const Word middle = (low >> 32) + (first & kHalf) + (second & kHalf);
    return {a_high * b_high + (first >> 32) + (second >> 32) + (middle >> 32),
            middle << 32 | (low & kHalf)};
  }

  // Right by at most 127 places; what falls off makes the lowest bit one.
  [[gnu::always_inline]] static Wide ShiftRight(const Wide& x, const Word& places) {
    const Word far = Less(All(63), places), within = places & 63;
    const Word high = x.high & ~far, low = far ? x.high : x.low, fallen = x.low & far;
    const Word lost = ((low << 1) << (63 - within)) | fallen;
    return {high >> within, low >> within | ((high << 1) << (63 - within)) | (Word(lost != 0) & 1)};
  }

  // x to the left until its top bit is set; how far. At most 127 places, also for zero.
  [[gnu::always_inline]] static Word Normalize(Wide& x) {
    const Word far = x.high == 0;
    const Word high = far ? x.low : x.high, low = x.low & ~far;
    // Of a word in which a zero follows the leading one, so that no double is rounded up to a power
    // of two, the double's exponent.
    const Word sparse = high & ~(high >> 1);
    const Word exponent = reinterpret_cast<Word>(ToReal(sparse)) >> 52;
    const Word places = (1023 + 63 - exponent) & 63;
    x.high = high << places | ((low >> 1) >> (63 - places));
    x.low = low << places;
    return places + (far & 64);
  }

 private:
  // Below 2^52: as a double's bits.
  [[gnu::always_inline]] static Word Normalized(const Word& integer) {
    const Real shifted = reinterpret_cast<Real>(integer | DoubleBits(0x1p52));
    return reinterpret_cast<Word>(shifted - 0x1p52);
  }
  [[gnu::always_inline]] static Operand DecodeInteger(const OperandPlan& plan, const Word& code) {
    Operand out;
    Word magnitude = code & plan.magnitude_mask;
    out.negative = SignOf((code & plan.sign_mask) << plan.sign_shift);
    if (plan.twos_complement) magnitude = out.negative ? plan.sign_mask - magnitude : magnitude;
    const Word normalized = Normalized(magnitude);
    out.zero = magnitude == 0;
    out.significand = (((normalized & (kHidden - 1)) | kHidden) << 11) & ~out.zero;
    const auto offset = static_cast<std::uint64_t>(1023 + plan.point_bits);
    out.exponent =
        out.zero ? All(static_cast<std::uint64_t>(kZeroExponent)) : (normalized >> 52) - offset;
    return out;
  }
  [[gnu::always_inline]] static Real ToReal(const Word& x) {
    if constexpr (kLanes == 8) return __builtin_convertvector(x, Real);
    // AVX2 has no such instruction: the halves as fractions of 2^84 and of 2^52.
    const Word high = (x >> 32) | DoubleBits(0x1p84), low = (x & 0xffffffff) | DoubleBits(0x1p52);
    return reinterpret_cast<Real>(high) - (0x1p84 + 0x1p52) + reinterpret_cast<Real>(low);
  }
};

}  // namespace
}  // namespace macroscope
