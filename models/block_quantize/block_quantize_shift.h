// Brings every significand to its place in its element, as convert does it; the height is that
// under the block's scale and the sub-block's microexponent, or of a quotient its own.
// Twin of rtl/block_quantize/block_quantize_shift.sv.
#pragma once

#include "models/block_quantize/block_quantize_divide.h"
#include "models/convert/convert_shift.h"

namespace macroscope {

struct BlockQuantizeShift {
  using In = BlockQuantizeScale::Out;
  using Placed = ConvertShift<Word64>::Out;
  struct Out {
    LaneVector<Placed> lanes;
    ChosenScale scale;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const BlockQuantizeShape& s, Visitor&& visit) const {
      const auto field = [&](const char* name, int width_bits, auto member) {
        visit(name, s.lanes * width_bits,
              PackLanes(lanes, width_bits, [&](const Placed& x) { return x.*member; }));
      };
      field("sign", 1, &Placed::sign);
      field("exponent", s.lane.shifted_exponent_bits, &Placed::exponent);
      field("significand", s.lane.precision, &Placed::significand);
      field("guard", s.lane.guard_bits, &Placed::guard);
      field("sticky", 1, &Placed::sticky);
      scale.Visit(s, visit);
    }
  };

  BlockQuantizeShape shape;
  ConvertShift<Word64> place;

  explicit BlockQuantizeShift(const BlockQuantizeShape& s) : shape(s), place{s.lane} {}

  Out operator()(const In& in) const {
    Out out{.lanes = {}, .scale = in.scale};
    for (std::size_t i = 0; i < in.lanes.size(); ++i) {
      const QuantizedLane& lane = in.lanes[i];
      int height = lane.exponent - (shape.divides ? 0 : in.scale.code) + shape.height_offset;
      if (shape.sub_blocks > 0) {
        height += in.scale.micro[i / static_cast<std::size_t>(shape.z.micro_lanes())];
      }
      out.lanes.push_back(place({.sign = lane.sign,
                                 .exponent = height,
                                 .significand = lane.significand,
                                 .nan = false,
                                 .infinity = false}));
    }
    return out;
  }
};

}  // namespace macroscope
