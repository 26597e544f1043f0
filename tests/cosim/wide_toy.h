// The laws of home/rtl/wide_toy, a unit of wide operands: z = c + the 32-bit words of a and b, word
// i shifted up by i, those of b after those of a, modulo 2^c_bits.
#pragma once

#include <memory>
#include <string>
#include <variant>

#include "models/common/unit_of.h"

namespace macroscope {

struct WideToyShape {
  int a_bits = 0;
  int b_bits = 0;
  int z_bits = 0;

  static int Words(int bits) { return (bits + 31) / 32; }
};

template <typename W>
struct WideToyLaws {
  using Word = W;
  struct Unpacked {
    Bits a;
    Bits b;
    friend bool operator==(const Unpacked&, const Unpacked&) = default;

    template <typename Visitor>
    void Visit(const WideToyShape& s, Visitor&& visit) const {
      visit("a", s.a_bits, a);
      visit("b", s.b_bits, b);
    }
  };
  struct Result {
    W z{0};
    friend bool operator==(const Result&, const Result&) = default;

    template <typename Visitor>
    void Visit(const WideToyShape& s, Visitor&& visit) const {
      visit("z", s.z_bits, z);
    }
  };
  using Payload = std::variant<WideCodes, Unpacked, Result>;
  static constexpr bool kNarrow = true;

  WideToyShape shape;

  explicit WideToyLaws(const Design& design)
      : shape{OperandABits(design), OperandBBits(design), design.accumulator.width_bits} {}

  Unpacked Next(const WideCodes& in, const Beside<W>&) const { return {in.a, in.b}; }
  Result Next(const Unpacked& in, const Beside<W>& beside) const {
    const int a_words = WideToyShape::Words(shape.a_bits);
    const int b_words = WideToyShape::Words(shape.b_bits);
    W z = beside.c;
    for (int i = 0; i < a_words; ++i) z += W{in.a.Extract(32 * i, 32)} << i;
    for (int i = 0; i < b_words; ++i) z += W{in.b.Extract(32 * i, 32)} << (a_words + i);
    return {z & LowMask<W>(shape.z_bits)};
  }
  static const W& Value(const Result& result) { return result.z; }

  static WideCodes Idle() { return {}; }

  const WideToyShape& ShapeOf(const Unpacked&) const { return shape; }
  const WideToyShape& ShapeOf(const Result&) const { return shape; }
};

struct WideToyOptions {
  int a_bits = 200;
  int b_bits = 130;
  int c_bits = 80;
  std::uint32_t cuts = 0;
};

inline std::unique_ptr<Unit> MakeWideToy(const WideToyOptions& options) {
  const auto format = [](int width_bits) {
    Format integer;
    integer.name = "uint" + std::to_string(width_bits);
    integer.family = Family::kInteger;
    integer.encoding = Encoding::kUnsigned;
    integer.integer_width_bits = width_bits;
    return integer;
  };
  Design design;
  design.unit = UnitKind::kIntMac;
  design.a = format(options.a_bits);
  design.b = format(options.b_bits);
  design.accumulator.is_fixed = true;
  design.accumulator.width_bits = options.c_bits;
  design.overflow = Overflow::kWrap;
  design.structure.cuts = options.cuts;
  const auto stage = [](const char* name) {
    return StageShape{.name = name,
                      .rtl_module = "wide_toy",
                      .group = kGroupAlignAdd,
                      .register_group = kGroupAlignAdd,
                      .outputs = {}};
  };
  UnitFrame frame{
      .stages = {stage("unpack"), stage("fold")},
      .loop_start = 1,
      .arithmetic_bits = options.c_bits,
      .top = "wide_toy",
      .rtl_sources = {"toy/toy_register.sv"},
      .rtl_parameters = {
          {"AWidth", options.a_bits}, {"BWidth", options.b_bits}, {"CWidth", options.c_bits}}};
  return MakeUnitOf<WideToyLaws>(design, std::move(frame));
}

}  // namespace macroscope
