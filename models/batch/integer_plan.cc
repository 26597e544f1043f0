#include "models/batch/integer_plan.h"

namespace macroscope {
namespace {

constexpr int kWordBits = 64;

IntegerOperandPlan PlanOperand(const Format& f) {
  return {.sign_magnitude = f.encoding == Encoding::kSignMagnitude, .sign_mask = f.sign_mask()};
}

}  // namespace

std::optional<IntegerPlan> PlanInteger(const Design& design) {
  if (design.unit != UnitKind::kIntAdd && design.unit != UnitKind::kIntMul) return {};
  IntegerPlan plan;
  plan.multiplies = design.unit == UnitKind::kIntMul;
  const ProductShape exact =
      plan.multiplies ? ExactProduct(design.a, design.b) : ExactSum(design.a, design.b);
  const int width_bits = design.accumulator.width_bits;
  plan.saturates = design.overflow == Overflow::kSaturate && width_bits < exact.width_bits;
  // What wraps needs no bit above the result's.
  const bool all_bits_count = plan.saturates || width_bits > exact.width_bits;
  if (width_bits > kWordBits || (all_bits_count && exact.width_bits > kWordBits)) return {};
  plan.a = PlanOperand(design.a);
  plan.b = PlanOperand(design.b);
  plan.result_mask = ~std::uint64_t{0} >> (kWordBits - width_bits);
  plan.largest = static_cast<std::int64_t>(plan.result_mask >> 1);
  plan.least = -plan.largest - 1;
  return plan;
}

}  // namespace macroscope
