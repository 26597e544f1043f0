// The parts of one operand of several lanes, and the word that holds them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/design/dot_product.h"

namespace macroscope {

// One code each; as many as LaneOperand says.
struct LaneCodes {
  explicit LaneCodes(const LaneOperand& operand);

  std::vector<std::uint64_t> elements;
  std::vector<std::uint64_t> microexponents;
  std::vector<std::uint64_t> scales;
};

// Fills the limbs of one word, least significant first.
void Pack(const LaneOperand& operand, const LaneCodes& codes, std::span<std::uint64_t> word);
void Unpack(const LaneOperand& operand, std::span<const std::uint64_t> word, LaneCodes& codes);

}  // namespace macroscope
