#include "sim/stimulus/lane_codes.h"

#include <algorithm>
#include <cstddef>

#include "sim/stimulus/fixed_word.h"

namespace macroscope {
namespace {

// visit(code, position, width_bits) for every part.
template <typename Codes, typename Visit>
void VisitParts(const LaneOperand& operand, Codes& codes, Visit visit) {
  const auto visit_all = [&](auto& part, int first, int width_bits) {
    for (std::size_t i = 0; i < part.size(); ++i) {
      visit(part[i], first + static_cast<int>(i) * width_bits, width_bits);
    }
  };
  visit_all(codes.elements, operand.element_position(0), operand.block.element.width_bits());
  visit_all(codes.microexponents, operand.micro_position(0), operand.micro_bits());
  visit_all(codes.scales, operand.scale_position(0), operand.scale_bits());
}

}  // namespace

LaneCodes::LaneCodes(const LaneOperand& operand)
    : elements(static_cast<std::size_t>(operand.lanes)),
      microexponents(static_cast<std::size_t>(operand.microexponents())),
      scales(static_cast<std::size_t>(operand.scales())) {}

void Pack(const LaneOperand& operand, const LaneCodes& codes, std::span<std::uint64_t> word) {
  std::fill(word.begin(), word.end(), 0);
  VisitParts(operand, codes,
             [word](std::uint64_t code, int position, int) { AddShifted(word, code, position); });
}

void Unpack(const LaneOperand& operand, std::span<const std::uint64_t> word, LaneCodes& codes) {
  VisitParts(operand, codes, [word](std::uint64_t& code, int position, int width_bits) {
    const auto limb = static_cast<std::size_t>(position / 64);
    const int offset = position % 64;
    code = word[limb] >> offset;
    if (offset + width_bits > 64) code |= word[limb + 1] << (64 - offset);
    if (width_bits < 64) code &= (std::uint64_t{1} << width_bits) - 1;
  });
}

}  // namespace macroscope
