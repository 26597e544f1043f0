// The greatest key of the block, and of each of its sub-blocks.
// Twin of rtl/block_quantize/block_quantize_largest.sv.
#pragma once

#include <algorithm>

#include "models/block_quantize/block_quantize_unpack.h"

namespace macroscope {

struct BlockQuantizeLargest {
  using In = BlockQuantizeUnpack::Out;
  struct Out {
    LaneVector<QuantizedLane> lanes;
    bool nan = false;
    std::uint64_t key = 0;                // See BlockQuantizeShape.
    LaneVector<std::uint64_t> micro_key;  // One a sub-block; none without a second level.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const BlockQuantizeShape& s, Visitor&& visit) const {
      VisitLanes(s, lanes, visit);
      visit("nan", 1, nan);
      visit("key", s.key_bits(), key);
      if (s.sub_blocks > 0) {
        visit("micro_key", s.sub_blocks * s.key_bits(),
              PackLanes(micro_key, s.key_bits(), [](std::uint64_t x) { return x; }));
      }
    }
  };

  BlockQuantizeShape shape;

  Out operator()(const In& in) const {
    Out out{.lanes = in.lanes, .nan = in.nan, .key = 0, .micro_key = {}};
    out.micro_key.resize(static_cast<std::size_t>(shape.sub_blocks), 0);
    for (std::size_t i = 0; i < in.lanes.size(); ++i) {
      const std::uint64_t key = KeyOf(in.lanes[i]);
      out.key = std::max(out.key, key);
      if (shape.sub_blocks == 0) continue;
      std::uint64_t& micro = out.micro_key[i / static_cast<std::size_t>(shape.z.micro_lanes())];
      micro = std::max(micro, key);
    }
    return out;
  }

  std::uint64_t KeyOf(const QuantizedLane& lane) const {
    const int fraction_bits = shape.significand_bits - 1;
    const bool hidden = (lane.significand >> fraction_bits & 1) != 0;
    const std::uint64_t field = hidden ? static_cast<std::uint64_t>(lane.exponent) : 0;
    const std::uint64_t fraction = lane.significand & LowMask<Word64>(fraction_bits);
    const int below = fraction_bits - shape.key_fraction_bits;
    const std::uint64_t top = field << shape.key_fraction_bits | fraction >> below;
    if (!shape.key_has_rest) return top;
    const bool rest = (fraction & LowMask<Word64>(below)) != 0;
    return top << 1 | (rest ? 1 : 0);
  }
};

}  // namespace macroscope
