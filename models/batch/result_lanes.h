// The end of every kernel for floating results: what the rounding adds, and the code and flags of
// what is rounded, too large, or no number. Included by kernels alone.
#pragma once

#include <type_traits>

#include "models/batch/lanes.h"
#include "models/batch/result_plan.h"
#include "models/design/flags.h"

namespace macroscope {
namespace {

// Where the increment of the rounding comes from.
enum class Increment { kTiesToEven, kMasks, kPort, kRandom };

template <int kLanes, Increment kIncrement, bool kFlags>
class ResultLanes : public LaneMath<kLanes> {
 public:
  using Word = typename LaneMath<kLanes>::Word;
  using LaneMath<kLanes>::All;

  static constexpr bool kTakesOperand =
      kIncrement == Increment::kPort || kIncrement == Increment::kRandom;

  explicit ResultLanes(const ResultPlan& plan) : plan_(plan) {
    if constexpr (kLanes >= kPortModes) {
      for (int mode = 0; mode < kPortModes; ++mode) {
        const RoundingMasks& row = plan.port_masks[mode];
        port_.half[mode] = row.half;
        port_.even[mode] = row.even;
        port_.up_positive[mode] = row.up[0];
        port_.up_negative[mode] = row.up[1];
        port_.away_positive[mode] = row.away[0];
        port_.away_negative[mode] = row.away[1];
        port_.zero_sign[mode] = row.zero_sign;
      }
    }
  }

  // RoundingMasks, a lane each.
  struct Masks {
    Word half, even, up_positive, up_negative, odd, away_positive, away_negative, zero_sign;
  };
  // A rounded magnitude and what led to it. All but the first are truths.
  struct Rounded {
    Word code{};
    Word negative{}, inexact{}, tiny{}, zero{};
    Word grows_normal{};  // Tiny, but not after rounding.
    Word nan{}, infinite{};
  };

  [[gnu::always_inline]] Masks MasksOf(const Word& mode) const {
    if constexpr (kIncrement == Increment::kPort) {
#if !defined(__clang__)
      if constexpr (kLanes >= kPortModes) {
        const Masks& t = port_;
        const auto look_up = [&](const Word& row) { return __builtin_shuffle(row, mode); };
        return {look_up(t.half),
                look_up(t.even),
                look_up(t.up_positive),
                look_up(t.up_negative),
                Word{},
                look_up(t.away_positive),
                look_up(t.away_negative),
                look_up(t.zero_sign)};
      }
#endif
      Masks masks{};
      for (int m = 0; m < kPortModes; ++m) {
        const RoundingMasks& row = plan_.port_masks[m];
        const Word here = mode == static_cast<std::uint64_t>(m);
        masks.half |= here & row.half;
        masks.even |= here & row.even;
        masks.up_positive |= here & row.up[0];
        masks.up_negative |= here & row.up[1];
        masks.away_positive |= here & row.away[0];
        masks.away_negative |= here & row.away[1];
        masks.zero_sign |= here & row.zero_sign;
      }
      return masks;
    } else {
      const RoundingMasks& row = plan_.masks;
      return {All(row.half), All(row.even),    All(row.up[0]),   All(row.up[1]),
              All(row.odd),  All(row.away[0]), All(row.away[1]), All(row.zero_sign)};
    }
  }

  // What is added to a significand before the k bits below its last place are cut. `half` is
  // 2^(k-1), `ones` 2^k - 1. Not for random bits.
  [[gnu::always_inline]] Word Addend(const Masks& masks, const Word& last, const Word& half,
                                     const Word& ones, const Word& negative) const {
    if constexpr (kIncrement == Increment::kTiesToEven) {
      return half - 1 + last;
    } else {
      const Word up = negative ? masks.up_negative : masks.up_positive;
      return (masks.half & half) - (masks.even & (last ^ 1)) +
             (ones & (up | (masks.odd & (last - 1))));
    }
  }

  [[gnu::always_inline]] Word Complete(const Rounded& in, const Masks& masks, Word& flags) const {
    Word code = in.code;
    const Word beyond = reinterpret_cast<Word>(All(plan_.max_finite) < code);
    Word sign = in.negative & plan_.sign_mask;
    if (!plan_.has_negative_zero) sign = code == 0 ? Word{} : sign;
    code |= sign;
    if constexpr (kFlags) {
      flags = in.inexact & Flags::kInexact;
      flags |= in.inexact & in.tiny & ~in.grows_normal & Flags::kUnderflow;
      flags = beyond ? All(Flags::kOverflow | Flags::kInexact) : flags;
    }
    if (plan_.flushes) {
      const Word lost = in.tiny & ~in.zero;
      const Word zero = plan_.has_negative_zero ? in.negative & plan_.sign_mask : Word{};
      code = lost ? zero : code;
      if constexpr (kFlags) flags = lost ? All(Flags::kUnderflow | Flags::kInexact) : flags;
    }
    const Word away = in.negative ? masks.away_negative : masks.away_positive;
    const Word largest = sign | plan_.max_finite;
    const Word further = in.negative ? All(plan_.overflow[1]) : All(plan_.overflow[0]);
    code = beyond ? (away ? further : largest) : code;
    const Word infinity = in.negative ? All(plan_.infinity[1]) : All(plan_.infinity[0]);
    code = in.infinite ? infinity : code;
    code = in.nan ? All(plan_.nan) : code;
    if constexpr (kFlags) {
      flags = in.infinite ? All(plan_.infinity_flags) : flags;
      flags = in.nan ? All(plan_.nan_flags) : flags;
    }
    return code;
  }

 private:
  const ResultPlan plan_;  // A copy: nothing that is written can change it.
  Masks port_{};           // Lane m holds mode m's, where there are lanes enough.
};

// Calls call.operator()<increment>() with the design's.
template <typename Call>
auto WithIncrement(Rounding rounding, Call&& call) {
  switch (rounding) {
    case Rounding::kTiesToEven:
      return call.template operator()<Increment::kTiesToEven>();
    case Rounding::kStochastic:
      return call.template operator()<Increment::kRandom>();
    case Rounding::kPort:
      return call.template operator()<Increment::kPort>();
    case Rounding::kTowardZero:
    case Rounding::kTowardNegative:
    case Rounding::kTowardPositive:
    case Rounding::kTiesToAway:
    case Rounding::kToOdd:
      break;
  }
  return call.template operator()<Increment::kMasks>();
}

}  // namespace
}  // namespace macroscope
