// The exact product of every lane; and of every group, its two scales together.
// Twin of rtl/block_dot/block_dot_multiply.sv.
#pragma once

#include "models/block_dot/block_dot_unpack.h"
#include "models/common/integer_multiply.h"
#include "models/kulisch_mac/kulisch_mac_multiply.h"

namespace macroscope {

template <typename Word>
struct BlockDotMultiply {
  using In = BlockDotUnpack::Out;
  struct Out {
    LaneVector<DotTerm<Word>> terms;  // Integer lanes: sign means still to be negated.
    LaneVector<bool> zero_sign;
    LaneVector<int> lifts;
    LaneVector<GroupScale> scales;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const BlockDotShape& s, Visitor&& visit) const {
      if (s.integer_lanes) {
        visit("negate", s.lanes, PackLanes(terms, 1, [](const auto& t) { return t.sign; }));
        visit("product", s.lanes * s.integer.product_bits,
              PackLanes(terms, s.integer.product_bits,
                        [](const auto& t) -> const Word& { return t.magnitude; }));
        if (!s.is_fixed) {
          visit("zero_sign", s.groups, PackLanes(zero_sign, 1, [](bool x) { return x; }));
        }
      } else {
        VisitTerms(s.products, terms, visit);
      }
      if (s.lifts > 0) {
        visit("lift", s.lifts * s.lift_bits,
              PackLanes(lifts, s.lift_bits, [](int x) { return x; }));
      }
      VisitScales(s, scales, visit);
    }
  };

  BlockDotShape shape;
  KulischMacMultiply<Word> lane;
  IntegerMultiply<Word> integer_lane;

  explicit BlockDotMultiply(const BlockDotShape& s)
      : shape(s), lane{s.product}, integer_lane{s.integer} {}

  Out operator()(const In& in) const {
    Out out;
    for (const IntegerUnpack::Out& x : in.integers) {
      const auto product = integer_lane(x);
      out.terms.push_back({.sign = product.negate, .magnitude = product.product});
    }
    for (const KulischMacUnpack::Out& x : in.lanes) {
      const auto product = lane(x);
      out.terms.push_back({product.sign, product.exponent, product.significand, product.flags});
    }
    out.zero_sign = in.zero_sign;
    const LaneOperand& a = shape.design.dot.a;
    const LaneOperand& b = shape.design.dot.b;
    for (int i = 0; i < shape.lifts; ++i) {
      const int lane_index = i * shape.lift_lanes;
      const int a_micro = in.a.micro.empty() ? 0 : in.a.micro[lane_index / a.micro_lanes()];
      const int b_micro = in.b.micro.empty() ? 0 : in.b.micro[lane_index / b.micro_lanes()];
      out.lifts.push_back(shape.most_micro - a_micro - b_micro);
    }
    if (!shape.has_scale) return out;
    for (int group = 0; group < shape.groups; ++group) {
      GroupScale scale{.factor = 1};
      Apply(in.a, a, group, scale);
      Apply(in.b, b, group, scale);
      out.scales.push_back(scale);
    }
    return out;
  }

 private:
  void Apply(const UnpackedScales& of, const LaneOperand& operand, int group,
             GroupScale& scale) const {
    if (of.scales.empty()) return;
    const auto& one = of.scales[DotProduct::ScaleOf(operand, group, shape.group_lanes())];
    scale.exponent += one.exponent;
    scale.factor *= one.factor;
    scale.nan = scale.nan || one.nan;
  }
};

}  // namespace macroscope
