// Whether tests take all the cases that they can: scripts/test --full sets MACROSCOPE_FULL.
#pragma once

#include <cstddef>
#include <cstdlib>

namespace macroscope {

inline bool IsFull() { return std::getenv("MACROSCOPE_FULL") != nullptr; }

// For lists of designs of which a run takes one in so many, and a full run all: the step.
inline std::size_t OneIn(std::size_t step) { return IsFull() ? 1 : step; }

}  // namespace macroscope
