// What the kernel for results of any floating format, and for conversions to integers, needs to
// know of a design, worked out once. Operands become a sign, an exponent and a significand of 64
// bits, its leading one at the top; products and sums have 128 bits, of which the lowest stands for
// all that is below. No format is too wide for that, and no exponent.
#pragma once

#include <cstdint>
#include <optional>

#include "models/batch/operand_plan.h"
#include "models/batch/result_plan.h"

namespace macroscope {

// An integer to convert to.
struct IntegerTarget {
  bool sign_magnitude = false;
  bool wraps = false;
  int point_bits = 0;
  std::uint64_t code_mask = 0;
  std::uint64_t sign_mask = 0;
  std::uint64_t magnitude_mask = 0;
  std::uint64_t limit[2] = {};  // The largest magnitude of each sign.
};

struct WidePlan {
  OperandPlan a, b, c;
  bool multiplies = false;  // The product a*b, or a alone,
  bool adds = false;        // and c is added, which of fp_add is its second operand.
  bool to_integer = false;
  // Conversions to formats without a sign, without subnormals, or without a zero.
  bool has_sign = true;
  bool has_subnormals = true;
  bool has_zero = true;

  ResultPlan result;
  int precision = 0;                // With the hidden bit.
  std::int64_t least_exponent = 0;  // Of the least normal number.
  std::uint64_t top_field = 0;      // Exponents further above the least overflow alike.
  IntegerTarget integer;
};

// Nothing if the unit has another kind of result; or if random bits decide between zero and the
// least number of a format without subnormals, which takes a division.
std::optional<WidePlan> PlanWide(const Design& design);

struct Block;
// The fields of z and, if asked for, flags. Each runs only where the host has the instructions.
void WideKernelAvx2(const WidePlan& plan, const Block& block);
void WideKernelAvx512(const WidePlan& plan, const Block& block);

}  // namespace macroscope
