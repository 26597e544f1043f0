#include "models/batch/block_gemm_plan.h"

#include <bit>
#include <cmath>

#include "models/design/dot_stages.h"

namespace macroscope {
namespace {

constexpr int kDoubleSignificand = 53;
constexpr int kMostElementBits = 16;  // Decoded by a table.
constexpr int kMostParts = 4;
// Far from a double's subnormals and infinities.
constexpr int kMostExponent = 900;
// Doubles that a magic number turns into integers.
constexpr int kMostFixedTermBits = 51;
constexpr int kMostFixedBits = 64, kMostSaturatedBits = 62;

int CeilLog2(int value) { return std::bit_width(static_cast<unsigned>(value) - 1); }

// Instructions of one vector of operations: products and their sums, and the sum of the terms.
int CostOf(const BlockGemmPlan& plan) {
  constexpr int kExactAddition = 6;
  const int terms = plan.terms();
  return 2 * plan.parts * plan.lanes + kExactAddition * terms * (terms + 1) / 2;
}

// The fewest instructions for which every term is exact; false if there is no way.
bool ChooseTerms(const Design& design, BlockGemmPlan& plan) {
  const DotProduct& dot = design.dot;
  const int binades = design.a.max_shift() + 1;
  const int fixed_bits = design.a.significand_bits() + design.b.significand_bits() +
                         design.b.max_shift() + MostMicroexponent(dot) + ScaleFactorBits(dot.a) +
                         ScaleFactorBits(dot.b);
  std::optional<BlockGemmPlan> best;
  for (plan.parts = 1; plan.parts <= std::min(binades, kMostParts); ++plan.parts) {
    plan.part_binades = (binades + plan.parts - 1) / plan.parts;
    for (plan.term_lanes = 1; plan.term_lanes <= dot.group_lanes(); ++plan.term_lanes) {
      if (dot.group_lanes() % plan.term_lanes != 0) continue;
      const int bits = fixed_bits + plan.part_binades - 1 + CeilLog2(plan.term_lanes);
      if (bits > kDoubleSignificand || plan.terms() > kMostGemmTerms) continue;
      if (!best || CostOf(plan) < CostOf(*best)) best = plan;
    }
  }
  if (best) plan = *best;
  return best.has_value();
}

int LeastScaleExponent(const LaneOperand& operand) {
  if (!operand.is_block()) return 0;
  const BlockFormat& block = operand.block;
  return block.scale_is_exponent ? -(1 << (block.scale.width_bits() - 1))
                                 : block.scale.min_quantum_exponent();
}
int LargestScaleExponent(const LaneOperand& operand) {
  if (!operand.is_block()) return 0;
  const BlockFormat& block = operand.block;
  if (block.scale_is_exponent) return 1 << (block.scale.width_bits() - 1);
  return block.scale.min_quantum_exponent() + block.scale.max_shift() +
         block.scale.significand_bits();
}

// Whether a scaled element stays far within a double's exponents, half way for its product.
bool ExponentsFit(const LaneOperand& operand) {
  const Format& element = operand.block.element;
  const int lowest =
      element.min_quantum_exponent() + LeastScaleExponent(operand) - (1 << operand.micro_bits());
  const int highest = element.min_quantum_exponent() + element.max_shift() +
                      element.significand_bits() + LargestScaleExponent(operand);
  return lowest > -kMostExponent / 2 && highest < kMostExponent / 2;
}

// Nothing, or what is wrong.
std::string PlanFixedSum(const Design& design, BlockGemmPlan& plan) {
  const ProductShape exact = ExactDot(design);
  const int width_bits = design.accumulator.width_bits;
  plan.accumulator = GemmAccumulator::kFixed;
  plan.saturates = design.overflow == Overflow::kSaturate;
  if (FlagBits(design) > 0) return "its fixed-point accumulator has flags";
  if (exact.width_bits > kMostFixedTermBits) {
    return "an operation's sum has more than " + std::to_string(kMostFixedTermBits) + " bits";
  }
  const int most_bits = plan.saturates ? kMostSaturatedBits : kMostFixedBits;
  if (width_bits > most_bits) {
    return "its accumulator has more than " + std::to_string(most_bits) + " bits";
  }
  plan.fixed_scale = std::ldexp(1.0, -exact.least_exponent);
  plan.fixed_mask = ~std::uint64_t{0} >> (kMostFixedBits - width_bits);
  plan.fixed_largest = static_cast<std::int64_t>(plan.fixed_mask >> 1);
  plan.fixed_least = -plan.fixed_largest - 1;
  return "";
}

std::string PlanFloatingSum(const Design& design, BlockGemmPlan& plan) {
  const Format& z = design.accumulator.format;
  if (z.min_quantum_exponent() < -kMostExponent || z.bias < -kMostExponent ||
      z.min_quantum_exponent() + z.max_shift() + z.significand_bits() > kMostExponent) {
    return "the exponents of " + z.name + " reach too far";
  }
  if (design.rounding == Rounding::kStochastic || design.rounding == Rounding::kPort) {
    return "its rounding takes an operand";
  }
  const auto rounding = PlanFloatSum(design, z);
  if (!rounding) return z.name + " is too wide to round a double to, or has no subnormals";
  plan.rounding = *rounding;
  plan.negates = design.rounding == Rounding::kTowardNegative;
  const bool is_single = z.exponent_bits == 8 && z.fraction_bits == 23 && z.bias == 127 &&
                         z.specials == Specials::kIeee &&
                         design.rounding == Rounding::kTiesToEven &&
                         design.overflow == Overflow::kInfinity;
  plan.accumulator = is_single ? GemmAccumulator::kSingle : GemmAccumulator::kFloating;
  return "";
}

std::string Plan(const Design& design, BlockGemmPlan& plan) {
  if (design.unit != UnitKind::kBlockDot) return "it is no block_dot";
  const DotProduct& dot = design.dot;
  if (dot.reduction != Reduction::kExact) return "its reduction is not exact";
  if (dot.looks_up()) return "its operands are codes of a codebook";
  for (const Format* element : {&design.a, &design.b}) {
    if (element->width_bits() > kMostElementBits) {
      return element->name + " has more than " + std::to_string(kMostElementBits) + " bits";
    }
  }
  if (!ExponentsFit(dot.a) || !ExponentsFit(dot.b)) return "its exponents reach too far";
  plan.lanes = dot.lanes;
  plan.is_joined = dot.join == Join::kJoined;
  if (!ChooseTerms(design, plan)) return "its sums have too many bits";
  return design.accumulator.is_fixed ? PlanFixedSum(design, plan) : PlanFloatingSum(design, plan);
}

}  // namespace

std::optional<BlockGemmPlan> PlanBlockGemm(const Design& design, std::string* reason) {
  BlockGemmPlan plan;
  const std::string wrong = Plan(design, plan);
  if (reason != nullptr) *reason = wrong;
  if (!wrong.empty()) return {};
  return plan;
}

}  // namespace macroscope
