#include "models/reference/block_operation.h"

#include <bit>
#include <vector>

#include "models/reference/block_codec.h"
#include "models/reference/quantize.h"

namespace macroscope {
namespace {

const Format& Binary32() {
  static const Format format = {
      .name = "fp32", .exponent_bits = 8, .fraction_bits = 23, .bias = 127};
  return format;
}

// Exact: ParseDesign takes no format with numbers that binary32 does not have.
float ValueOf(const Format& format, std::uint64_t code) {
  if (format == Binary32()) return std::bit_cast<float>(static_cast<std::uint32_t>(code));
  const Quantized value =
      Quantize(format, code, Binary32(), Rounding::kTowardZero, Overflow::kInfinity);
  return std::bit_cast<float>(static_cast<std::uint32_t>(value.code));
}

}  // namespace

Bits QuantizeBlock(const Design& design, const Bits& a) {
  const LaneOperand& z = design.quantize.z;
  const int width = design.a.width_bits();
  std::vector<float> values;
  for (int i = 0; i < z.lanes; ++i)
    values.push_back(ValueOf(design.a, a.Extract(i * width, width)));
  const BlockCodes codes =
      EncodeDividedBlocks(z.block,
                          {.rule = design.quantize.scale_rule,
                           .rounding = design.rounding,
                           .saturates = design.overflow == Overflow::kSaturate},
                          values);
  Bits out;
  for (int i = 0; i < z.lanes; ++i) {
    out.Insert(z.element_position(i), z.block.element.width_bits(), codes.elements[i]);
  }
  for (int i = 0; i < z.microexponents(); ++i) {
    out.Insert(z.micro_position(i), z.micro_bits(), codes.microexponents[i]);
  }
  for (int i = 0; i < z.scales(); ++i) {
    out.Insert(z.scale_position(i), z.scale_bits(), codes.scales[i]);
  }
  return out;
}

}  // namespace macroscope
