// What the kernel for floating results within a double needs to know of a design, worked out once.
// Operands become doubles, exactly; their product is exact in a double, and its sum with the addend
// in two; the sum is rounded to odd in 53 bits, and from there once into the result's format. A
// design qualifies if all of that fits a double's significand and exponents.
#pragma once

#include <cstdint>
#include <optional>

#include "models/batch/operand_plan.h"
#include "models/batch/result_plan.h"

namespace macroscope {

struct FloatPlan {
  OperandPlan a, b, c;
  bool multiplies = false;  // The product a*b, or a alone,
  bool adds = false;        // and c is added, which of fp_add is its second operand.

  ResultPlan result;
  int cut_bits = 0;              // 52 - fraction_bits: below the last place of a normal number.
  std::int64_t least_field = 0;  // The double's exponent field of the least normal number.
};

// c and what follows `adds` alone: the addend's format and its rounding. Nothing if a double is too
// narrow to round from.
std::optional<FloatPlan> PlanFloatSum(const Design& design, const Format& addend);

// Nothing if the design's numbers do not fit.
std::optional<FloatPlan> PlanFloat(const Design& design);

struct Block;
// The fields of z and, if asked for, flags. Each runs only where the host has the instructions.
void FloatKernelAvx2(const FloatPlan& plan, const Block& block);
void FloatKernelAvx512(const FloatPlan& plan, const Block& block);
// The running sum of all products, from c0 on.
std::uint64_t FloatSumAvx2(const FloatPlan& plan, const Block& block, std::uint64_t c0);
std::uint64_t FloatSumAvx512(const FloatPlan& plan, const Block& block, std::uint64_t c0);

}  // namespace macroscope
