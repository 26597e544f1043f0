// The exception flags of IEEE 754 section 7, as TestFloat numbers them.
#pragma once

#include <cstdint>

namespace macroscope {

inline constexpr int kFlagBits = 5;

struct Flags {
  static constexpr std::uint8_t kInexact = 1, kUnderflow = 2, kOverflow = 4, kDivideByZero = 8,
                                kInvalid = 16;
};

}  // namespace macroscope
