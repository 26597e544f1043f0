#include "models/design/dot_stages.h"

namespace macroscope {
namespace {

bool HasFloatingElement(const Design& design) {
  return design.a.is_floating() || design.b.is_floating();
}

}  // namespace

bool SumsGroups(const Design& design) {
  const DotProduct& dot = design.dot;
  if (dot.reduction != Reduction::kExact && dot.terms != Terms::kBlocks) return false;
  // One product is its own sum; but a fixed-point word wants it in its place.
  return dot.group_lanes() > 1 || (design.accumulator.is_fixed && HasFloatingElement(design));
}

bool Gathers(const Design& design) {
  const DotProduct& dot = design.dot;
  if (dot.reduction != Reduction::kExact || !dot.has_scale()) return false;
  const bool has_exponent = HasScaleExponent(dot.a) || HasScaleExponent(dot.b);
  return dot.groups() > 1 || (design.accumulator.is_fixed && has_exponent);
}

bool LevelsTerm(const Design& design) {
  const DotProduct& dot = design.dot;
  return dot.reduction == Reduction::kExact && dot.join == Join::kJoined &&
         !design.accumulator.is_fixed;
}

bool HasIntegerLanes(const Design& design) {
  if (HasFloatingElement(design)) return false;
  return SumsGroups(design) || (design.accumulator.is_fixed && !design.dot.has_scale());
}

int ScaleFactorBits(const LaneOperand& operand) {
  if (!operand.is_block() || operand.block.scale_is_exponent) return 0;
  const Format& scale = operand.block.scale;
  const bool always_one =
      scale.is_floating() && scale.fraction_bits == 0 && !scale.has_zero && !scale.has_subnormals;
  return always_one ? 0 : scale.significand_bits();
}

bool HasScaleExponent(const LaneOperand& operand) {
  return operand.is_block() &&
         (operand.block.scale_is_exponent || operand.block.scale.is_floating());
}

int MostMicroexponent(const DotProduct& dot) {
  return (1 << dot.a.micro_bits()) + (1 << dot.b.micro_bits()) - 2;
}

}  // namespace macroscope
