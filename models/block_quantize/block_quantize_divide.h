// Divides every value by the scale, which its code is decoded for: the stage of designs whose scale
// is no power of two. Twin of rtl/block_quantize/block_quantize_divide.sv.
#pragma once

#include "models/block_quantize/block_quantize_scale.h"

namespace macroscope {

struct BlockQuantizeDivide {
  using In = BlockQuantizeScale::Out;
  struct Out {
    // Exponents are those over the scale's, biased to stay above 0; significands are the quotients,
    // U1.(bits - 1), and below them whether anything is left.
    LaneVector<QuantizedLane> lanes;
    ChosenScale scale;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const BlockQuantizeShape& s, Visitor&& visit) const {
      VisitLanes(s.lanes, s.quotient_exponent_bits, s.lane.significand_bits, lanes, visit);
      scale.Visit(s, visit);
    }
  };

  BlockQuantizeShape shape;
  NormalizedOperand decode;

  explicit BlockQuantizeDivide(const BlockQuantizeShape& s)
      : shape(s), decode(s.z.block.scale, Design{}) {}

  Out operator()(const In& in) const {
    Out out{.lanes = {}, .scale = in.scale};
    const OperandUnpack::Out scale = decode(static_cast<std::uint64_t>(in.scale.code));
    // Whatever a scale of 0 or NaN leaves of its values is cleared.
    const int greatest = shape.divisor.greatest_exponent;
    const int raised = greatest - (in.scale.clear ? greatest : scale.exponent);
    const std::uint64_t top = std::uint64_t{1} << (shape.divisor.significand_bits - 1);
    for (const QuantizedLane& x : in.lanes) {
      out.lanes.push_back(
          {.sign = x.sign,
           .exponent = x.exponent + raised,
           .significand = shape.quotient.Divide(x.significand, scale.significand | top)});
    }
    return out;
  }
};

}  // namespace macroscope
