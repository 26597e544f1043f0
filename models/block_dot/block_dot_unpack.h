// All lanes' elements and all groups' scales as fields. Twin of rtl/block_dot/block_dot_unpack.sv.
#pragma once

#include "models/block_dot/block_dot_term.h"
#include "models/common/integer_unpack.h"
#include "models/common/operands.h"
#include "models/kulisch_mac/kulisch_mac_unpack.h"

namespace macroscope {

// One operand's scales, and what its sub-blocks have beside them.
struct UnpackedScales {
  struct Scale {
    int exponent = 0;
    std::uint64_t factor = 1;
    // Or infinity: a block under the greatest of magnitudes that is infinite has no numbers left.
    bool nan = false;
    friend bool operator==(const Scale&, const Scale&) = default;
  };
  LaneVector<Scale> scales;
  LaneVector<int> micro;
  friend bool operator==(const UnpackedScales&, const UnpackedScales&) = default;
};

struct BlockDotUnpack {
  using In = WideCodes;
  struct Out {
    LaneVector<KulischMacUnpack::Out> lanes;  // Floating lanes,
    LaneVector<IntegerUnpack::Out> integers;  // or integer ones.
    LaneVector<bool> zero_sign;  // Integer lanes, of each group: the sign of a sum of zeros.
    UnpackedScales a;
    UnpackedScales b;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const BlockDotShape& s, Visitor&& visit) const {
      if (s.integer_lanes) {
        VisitIntegers(s, visit);
      } else {
        VisitOperand(s, "a", s.product.a_field_bits, s.product.a_bits(), &KulischMacUnpack::Out::a,
                     visit);
        VisitOperand(s, "b", s.product.b_field_bits, s.product.b_bits(), &KulischMacUnpack::Out::b,
                     visit);
      }
      VisitScales("a", s.design.dot.a, s.a_factor_bits, a, visit);
      VisitScales("b", s.design.dot.b, s.b_factor_bits, b, visit);
    }

   private:
    template <typename Visitor>
    void VisitIntegers(const BlockDotShape& s, Visitor&& visit) const {
      const IntegerShape& i = s.integer;
      visit("negate", s.lanes, PackLanes(integers, 1, [](const auto& x) { return x.negate; }));
      visit("a", s.lanes * i.a_bits,
            PackLanes(integers, i.a_bits, [](const auto& x) { return x.a; }));
      visit("b", s.lanes * i.b_bits,
            PackLanes(integers, i.b_bits, [](const auto& x) { return x.b; }));
      if (!s.is_fixed) {
        visit("zero_sign", s.groups, PackLanes(zero_sign, 1, [](bool x) { return x; }));
      }
    }
    template <typename Visitor>
    void VisitOperand(const BlockDotShape& s, const std::string& name, int field_bits, int bits,
                      OperandUnpack::Out KulischMacUnpack::Out::*operand, Visitor&& visit) const {
      const auto field = [&](const char* of, int width, auto member) {
        visit((name + of).c_str(), s.lanes * width,
              PackLanes(lanes, width, [&](const auto& x) { return x.*operand.*member; }));
      };
      field("_sign", 1, &OperandUnpack::Out::sign);
      field("_exponent", field_bits, &OperandUnpack::Out::exponent);
      field("_significand", bits, &OperandUnpack::Out::significand);
      field("_nan", 1, &OperandUnpack::Out::nan);
      field("_infinity", 1, &OperandUnpack::Out::infinity);
    }
    template <typename Visitor>
    static void VisitScales(const std::string& name, const LaneOperand& operand, int factor_bits,
                            const UnpackedScales& of, Visitor&& visit) {
      using Scale = UnpackedScales::Scale;
      const auto field = [&](const char* what, int width, auto member) {
        visit((name + what).c_str(), operand.scales() * width,
              PackLanes(of.scales, width, [&](const Scale& x) { return x.*member; }));
      };
      const int exponent_bits = BlockDotShape::ScaleExponentBits(operand);
      if (exponent_bits > 0) field("_scale_exponent", exponent_bits, &Scale::exponent);
      if (factor_bits > 0) field("_scale_factor", factor_bits, &Scale::factor);
      if (operand.is_block() && operand.block.scale.has_nan()) field("_scale_nan", 1, &Scale::nan);
      if (operand.micro_bits() > 0) {
        visit((name + "_micro").c_str(), operand.microexponents() * operand.micro_bits(),
              PackLanes(of.micro, operand.micro_bits(), [](int x) { return x; }));
      }
    }
  };

  BlockDotShape shape;
  KulischMacUnpack lane;
  IntegerUnpack integer_lane;
  OperandUnpack a_scale;
  OperandUnpack b_scale;

  explicit BlockDotUnpack(const BlockDotShape& s)
      : shape(s),
        lane(s.product, s.design),
        integer_lane{s.integer},
        a_scale(s.design.dot.a.block.scale),
        b_scale(s.design.dot.b.block.scale) {}

  Out operator()(const In& in) const {
    const LaneOperand& a = shape.design.dot.a;
    const LaneOperand& b = shape.design.dot.b;
    Out out;
    const int a_bits = shape.design.a.width_bits(), b_bits = shape.design.b.width_bits();
    for (int i = 0; i < shape.lanes; ++i) {
      const OperandCodes codes = {in.a.Extract(a.element_position(i), a_bits),
                                  in.b.Extract(b.element_position(i), b_bits)};
      if (shape.integer_lanes) {
        out.integers.push_back(integer_lane(codes));
        if (!shape.is_fixed) AddZeroSign(i, codes, out);
      } else {
        out.lanes.push_back(lane(codes));
      }
    }
    out.a = Scales(a, a_scale, in.a);
    out.b = Scales(b, b_scale, in.b);
    return out;
  }

 private:
  void AddZeroSign(int i, const OperandCodes& codes, Out& out) const {
    const bool sign = ((codes.a & shape.design.a.sign_mask()) != 0) !=
                      ((codes.b & shape.design.b.sign_mask()) != 0);
    if (i % shape.group_lanes() == 0) {
      out.zero_sign.push_back(sign);
    } else {
      const bool before = out.zero_sign.back();
      out.zero_sign.back() = shape.zero_is_negative ? before || sign : before && sign;
    }
  }
  static UnpackedScales Scales(const LaneOperand& operand, const OperandUnpack& unpack,
                               const Bits& word) {
    UnpackedScales out;
    for (int i = 0; i < operand.microexponents(); ++i) {
      out.micro.push_back(
          static_cast<int>(word.Extract(operand.micro_position(i), operand.micro_bits())));
    }
    const BlockFormat& block = operand.block;
    for (int i = 0; i < operand.scales(); ++i) {
      const std::uint64_t code = word.Extract(operand.scale_position(i), operand.scale_bits());
      UnpackedScales::Scale scale;
      if (block.scale_is_exponent) {
        // Counted from the least: two's complement with its sign bit flipped.
        scale.exponent = static_cast<int>(code ^ block.scale.sign_mask());
      } else {
        const OperandUnpack::Out x = unpack(code);
        scale.exponent = x.exponent;
        scale.nan = x.nan || x.infinity;
        if (ScaleFactorBits(operand) > 0) scale.factor = x.significand;
      }
      out.scales.push_back(scale);
    }
    return out;
  }
};

}  // namespace macroscope
