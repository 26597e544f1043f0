// Whether tests take all the cases that they can: scripts/test --full sets MACROSCOPE_FULL.
#pragma once

#include <cstdlib>

namespace macroscope {

inline bool IsFull() { return std::getenv("MACROSCOPE_FULL") != nullptr; }

}  // namespace macroscope
