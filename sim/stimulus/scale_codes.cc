#include "sim/stimulus/scale_codes.h"

#include <cmath>

namespace macroscope {
namespace {

const Format& FormatOf(const LaneOperand& operand) {
  return operand.is_block() ? operand.block.scale : operand.block.element;
}

}  // namespace

ScaleCodes::ScaleCodes(const LaneOperand& operand)
    : is_there_(operand.is_block()),
      is_exponent_(is_there_ && operand.block.scale_is_exponent),
      codes_(FormatOf(operand)) {}

std::uint64_t ScaleCodes::End(Random& random) const {
  const std::uint64_t kind = random.Below(3);
  if (kind == 0) return codes_.Greatest(false);
  return is_exponent_ ? codes_.Greatest(true) : kind - 1;
}

Guess ScaleCodes::Value(std::uint64_t code) const {
  if (!is_there_) return {1, 0};
  const Guess value = codes_.guess().Value(code);
  if (is_exponent_) return {1, static_cast<int>(value.significand)};
  return {std::fabs(value.significand), value.exponent};
}

std::uint64_t ScaleCodes::Code(Guess value) const {
  if (!is_exponent_) return codes_.guess().Code(value);
  if (value.significand == 0) return codes_.Greatest(true);
  return codes_.guess().Code(
      {static_cast<double>(std::ilogb(value.significand) + value.exponent), 0});
}

std::uint64_t ScaleCodes::Shifted(std::uint64_t code, int steps, int codes) const {
  Guess value = Value(code);
  value.exponent += steps;
  const std::uint64_t mask = codes_.format().code_mask();
  const std::uint64_t moved = (Code(value) + static_cast<std::uint64_t>(codes)) & mask;
  return codes_.IsFinite(moved) ? moved : code;
}

}  // namespace macroscope
