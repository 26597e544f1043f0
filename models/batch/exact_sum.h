// Sums of doubles without loss, and their rounding to odd: cut toward zero, and the last bit set if
// that lost anything. From there a format of two bits less than a double's, or fewer, is reached
// by one more rounding as if it were the only one (Boldo and Melquiond 2008). Nothing here may be
// subnormal but zero. Included by kernels alone.
#pragma once

#include "models/batch/lanes.h"

namespace macroscope {
namespace {

template <int kLanes>
struct ExactSum : LaneMath<kLanes> {
  using Math = LaneMath<kLanes>;
  using typename Math::Real, typename Math::Word;

  static constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
  static constexpr std::uint64_t kInfinity = std::uint64_t{0x7ff} << 52;

  // What sum = x + y, rounded to nearest, has lost (Knuth's TwoSum). A NaN if sum is no number.
  [[gnu::always_inline]] static Real Lost(const Real& x, const Real& y, const Real& sum) {
    const Real y_part = sum - x;
    return (x - (sum - y_part)) + (y - y_part);
  }

  // sum + lost to odd, where lost is less than one unit in sum's last place. Zeros, infinities and
  // NaNs stay as they are.
  [[gnu::always_inline]] static Word ToOdd(const Real& sum, const Real& lost) {
    Word bits = reinterpret_cast<Word>(sum);
    const Word inexact = reinterpret_cast<Word>((lost < 0) | (lost > 0));
    bits -= inexact & ((reinterpret_cast<Word>(lost) ^ bits) >> 63);
    return bits | (inexact & 1);
  }

  // The sum of terms[0] to terms[count - 1], count >= 1, to odd; `terms` is used up. A sum of zero
  // is negative only if all terms are; with a term that is no number it is what IEEE 754 has.
  //
  // Shewchuk's grow-expansion: terms that do not overlap, upwards, of the same sum. Then from the
  // top down, until something is lost: all below that is less still.
  [[gnu::always_inline]] static Word SumToOdd(Real* terms, int count) {
    Real plain = terms[0];
    Word signs = reinterpret_cast<Word>(terms[0]);
    for (int t = 1; t < count; ++t) {
      Real top = terms[t];
      plain += top;
      signs &= reinterpret_cast<Word>(top);
      for (int i = 0; i < t; ++i) {
        const Real sum = top + terms[i];
        terms[i] = Lost(top, terms[i], sum);
        top = sum;
      }
      terms[t] = top;
    }
    Real top = terms[count - 1], rest{};
    for (int i = count - 2; i >= 0; --i) {
      const auto open = rest == 0;
      const Real sum = top + terms[i];
      const Real lost = Lost(top, terms[i], sum);
      top = open ? sum : top;
      rest = open ? lost : rest;
    }
    Word bits = ToOdd(top, rest);
    bits = (bits & ~kSign) == 0 ? signs & kSign : bits;
    const Word plain_bits = reinterpret_cast<Word>(plain);
    return (plain_bits & kInfinity) == kInfinity ? plain_bits : bits;
  }
};

}  // namespace
}  // namespace macroscope
