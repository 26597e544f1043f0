// What the kernel for sums and products of integers needs to know of a design, worked out once.
// Operands become 64-bit integers, and so does the exact result, which then wraps or saturates.
#pragma once

#include <cstdint>
#include <optional>

#include "models/design/design.h"

namespace macroscope {

// One operand's way to two's complement.
struct IntegerOperandPlan {
  bool sign_magnitude = false;
  std::uint64_t sign_mask = 0;  // 0 where the format has no sign.
};

struct IntegerPlan {
  IntegerOperandPlan a, b;
  bool multiplies = false;  // Else it adds.
  bool saturates = false;
  std::int64_t least = 0, largest = 0;
  std::uint64_t result_mask = 0;
};

// Nothing if the unit is another one, or the result or a value to saturate has more than 64 bits.
std::optional<IntegerPlan> PlanInteger(const Design& design);

struct Block;
// The field z. Each runs only where the host has the instructions.
void IntegerKernelAvx2(const IntegerPlan& plan, const Block& block);
void IntegerKernelAvx512(const IntegerPlan& plan, const Block& block);

}  // namespace macroscope
