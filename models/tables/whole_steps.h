// From finer units to whole steps of a logarithm.
#pragma once

#include <cstdint>

namespace macroscope {

// A value in 2^-guard_bits of a step, in whole ones; halves up.
inline std::int64_t WholeSteps(std::int64_t value, int guard_bits) {
  return guard_bits == 0 ? value : (value + (std::int64_t{1} << (guard_bits - 1))) >> guard_bits;
}

}  // namespace macroscope
