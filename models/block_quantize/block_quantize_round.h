// Rounds every element, as convert does it, and joins them with the scale into the operand that
// block_dot takes. Twin of rtl/block_quantize/block_quantize_round.sv.
#pragma once

#include "models/block_quantize/block_quantize_shift.h"
#include "models/convert/convert_round.h"

namespace macroscope {

struct BlockQuantizeRound {
  using In = BlockQuantizeShift::Out;
  struct Out {
    Bits z;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const BlockQuantizeShape& s, Visitor&& visit) const {
      visit("z", s.z.word_bits(), z);
    }
  };

  BlockQuantizeShape shape;
  ConvertRound<Word64> round;

  explicit BlockQuantizeRound(const BlockQuantizeShape& s) : shape(s), round(s.lane) {
    if (!s.is_symmetric_twos()) return;
    auto& integer = std::get<ConvertRoundInteger<Word64>>(round.law);
    integer.limit[1] = integer.limit[0];
  }

  Out operator()(const In& in) const {
    const LaneOperand& z = shape.z;
    Out out;
    for (int i = 0; i < shape.lanes && !in.scale.clear; ++i) {
      out.z.Insert(z.element_position(i), z.block.element.width_bits(),
                   ElementOf(in.lanes[static_cast<std::size_t>(i)]));
    }
    for (int i = 0; i < shape.sub_blocks; ++i) {
      out.z.Insert(z.micro_position(i), z.micro_bits(),
                   static_cast<std::uint64_t>(in.scale.micro[static_cast<std::size_t>(i)]));
    }
    out.z.Insert(z.scale_position(0), z.scale_bits(), static_cast<std::uint64_t>(in.scale.code));
    return out;
  }

  std::uint64_t ElementOf(const BlockQuantizeShift::Placed& placed) const {
    const std::uint64_t code = round(placed, /*r=*/0).z;
    // Of two integers that are zero the positive one.
    const Format& element = shape.z.block.element;
    const bool is_minus_zero =
        element.is_integer() && element.has_negative_zero() && code == element.sign_mask();
    return is_minus_zero ? 0 : code;
  }
};

}  // namespace macroscope
