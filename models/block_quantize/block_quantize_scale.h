// The scale's code from the greatest key, and of each sub-block how much smaller it may count.
// Twin of rtl/block_quantize/block_quantize_scale.sv.
#pragma once

#include "models/block_quantize/block_quantize_largest.h"
#include "models/block_quantize/block_quantize_power.h"
#include "models/block_quantize/block_quantize_ratio.h"

namespace macroscope {

// The block's scale, beside its lanes.
struct ChosenScale {
  bool clear = false;     // All elements are 0: the scale is, or is a NaN.
  int code = 0;           // Two's complement, if it is an exponent.
  LaneVector<int> micro;  // One a sub-block.
  friend bool operator==(const ChosenScale&, const ChosenScale&) = default;

  template <typename Visitor>
  void Visit(const BlockQuantizeShape& s, Visitor&& visit) const {
    visit("clear", 1, clear);
    visit("code", s.scale_bits(), code);
    if (s.sub_blocks > 0) {
      visit("micro", s.sub_blocks * s.z.micro_bits(),
            PackLanes(micro, s.z.micro_bits(), [](int x) { return x; }));
    }
  }
};

struct BlockQuantizeScale {
  using In = BlockQuantizeLargest::Out;
  struct Out {
    LaneVector<QuantizedLane> lanes;
    ChosenScale scale;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const BlockQuantizeShape& s, Visitor&& visit) const {
      VisitLanes(s, lanes, visit);
      scale.Visit(s, visit);
    }
  };

  BlockQuantizeShape shape;
  BlockQuantizePower power;
  BlockQuantizeRatio ratio;

  explicit BlockQuantizeScale(const BlockQuantizeShape& s) : shape(s), power{s}, ratio(s) {}

  Out operator()(const In& in) const {
    Out out{.lanes = in.lanes, .scale = {}};
    ChosenScale& scale = out.scale;
    scale.code = in.nan          ? shape.nan_code()
                 : shape.divides ? ratio.CodeOf(in.key)
                                 : power.CodeOf(in.key);
    scale.clear = in.nan || (shape.can_be_zero && scale.code == 0);
    for (const std::uint64_t key : in.micro_key) {
      scale.micro.push_back(scale.clear ? 0 : power.MicroOf(key, scale.code));
    }
    return out;
  }
};

}  // namespace macroscope
