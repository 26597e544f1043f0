// The values of a block as signs, exponents and significands, and whether one of them is not
// finite. Twin of rtl/block_quantize/block_quantize_unpack.sv.
#pragma once

#include "models/block_quantize/block_quantize_shape.h"
#include "models/common/lanes.h"
#include "models/common/operand_unpack.h"
#include "models/common/operands.h"

namespace macroscope {

// One value on its way to its element.
struct QuantizedLane {
  bool sign = false;
  int exponent = 0;               // Biased; subnormals and zero have that of the smallest normals.
  std::uint64_t significand = 0;  // U1.(significand_bits - 1)
  friend bool operator==(const QuantizedLane&, const QuantizedLane&) = default;
};

// All of them as RTL ports.
template <typename Visitor>
void VisitLanes(int count, int exponent_bits, int significand_bits,
                const LaneVector<QuantizedLane>& lanes, Visitor&& visit) {
  visit("sign", count, PackLanes(lanes, 1, [](const auto& x) { return x.sign; }));
  visit("exponent", count * exponent_bits,
        PackLanes(lanes, exponent_bits, [](const auto& x) { return x.exponent; }));
  visit("significand", count * significand_bits,
        PackLanes(lanes, significand_bits, [](const auto& x) { return x.significand; }));
}
template <typename Visitor>
void VisitLanes(const BlockQuantizeShape& s, const LaneVector<QuantizedLane>& lanes,
                Visitor&& visit) {
  VisitLanes(s.lanes, s.exponent_bits, s.significand_bits, lanes, visit);
}

struct BlockQuantizeUnpack {
  using In = WideCodes;
  struct Out {
    LaneVector<QuantizedLane> lanes;
    bool nan = false;  // A value is not finite, and the scale has a NaN to say so.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const BlockQuantizeShape& s, Visitor&& visit) const {
      VisitLanes(s, lanes, visit);
      visit("nan", 1, nan);
    }
  };

  BlockQuantizeShape shape;
  OperandUnpack unpack;

  explicit BlockQuantizeUnpack(const BlockQuantizeShape& s) : shape(s), unpack(s.design.a) {}

  Out operator()(const In& in) const {
    Out out;
    const int width = shape.design.a.width_bits();
    const int shorter = shape.significand_bits - (shape.design.a.fraction_bits + 1);
    for (int i = 0; i < shape.lanes; ++i) {
      const OperandUnpack::Out x = unpack(in.a.Extract(i * width, width));
      QuantizedLane lane{x.sign, x.exponent, x.significand << shorter};
      if (shape.replaces && x.nan) {
        lane = {.sign = false, .exponent = 1, .significand = 0};
      } else if (shape.replaces && x.infinity) {
        lane.exponent = shape.infinite_exponent;
        lane.significand = LowMask<Word64>(shape.significand_bits);
      }
      out.nan = out.nan || (shape.has_nan && (x.nan || x.infinity));
      out.lanes.push_back(lane);
    }
    return out;
  }
};

}  // namespace macroscope
