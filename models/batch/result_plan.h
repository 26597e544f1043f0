// What the kernels for floating results need to know of a design's rounding, and of what its
// results can be, laid out as tables.
#pragma once

#include <cstdint>

#include "models/design/design.h"

namespace macroscope {

// How the bits below the last place, k of them, become what is added to them before they are cut:
// (half & 2^(k-1)) - (even unless the last place is odd) + (2^k - 1 where `up` or `odd` says so).
struct RoundingMasks {
  std::uint64_t half = 0;       // All ones or none, like those below.
  std::uint64_t even = 0;       // 1 or 0
  std::uint64_t up[2] = {};     // By sign.
  std::uint64_t odd = 0;        // Where the last place is even.
  std::uint64_t away[2] = {};   // Overflow goes beyond the largest number, by sign.
  std::uint64_t zero_sign = 0;  // Of what cancels exactly: all ones toward negative.
};

struct ResultPlan {
  Rounding rounding = Rounding::kTiesToEven;
  RoundingMasks masks;                   // Of a fixed mode;
  RoundingMasks port_masks[kPortModes];  // or of those that the port chooses from.
  int random_bits = 0;

  int fraction_bits = 0;
  std::uint64_t max_finite = 0;
  std::uint64_t sign_mask = 0;       // 0 where the format has no sign,
  std::uint64_t no_such_number = 0;  // and gives this and these for numbers below zero.
  std::uint64_t no_such_flags = 0;
  bool has_negative_zero = true;
  bool flushes = false;
  bool tiny_after_rounding = true;
  std::uint64_t overflow[2] = {};  // Away from zero, by sign.
  std::uint64_t infinity[2] = {};
  std::uint64_t nan = 0;
  std::uint64_t infinity_flags = 0;
  std::uint64_t nan_flags = 0;
};

// Of a design with a floating result, or of one that rounds to an integer: then the rounding alone.
ResultPlan PlanResult(const Design& design);

}  // namespace macroscope
