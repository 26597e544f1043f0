// Operands of any width that know nothing of what their bits mean: each limb is random, all zeros
// or all ones.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "models/design/design.h"
#include "sim/stimulus/random.h"
#include "sim/stimulus/random_source.h"
#include "sim/stimulus/rounding_operand.h"

namespace macroscope {

class RandomBits : public RandomSource {
 public:
  // `c_bits` is Unit::c_bits(). The stream does not end.
  RandomBits(const Design& design, int c_bits, std::uint64_t seed);

  std::size_t Fill(const OperandBuffers& out) override;
  std::string extent() const override;
  void Complete(const OperandBuffers& out) override;

 private:
  void DrawRest(const OperandBuffers& out, std::size_t i);
  void Draw(int width_bits, std::span<std::uint64_t> code);

  std::uint64_t seed_;
  int a_bits_;
  int b_bits_;
  int c_bits_;
  RoundingOperand rounding_;
  Random random_;
};

}  // namespace macroscope
