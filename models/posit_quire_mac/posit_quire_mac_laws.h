// posit_quire_mac: unpack, multiply, align, add, accumulate. Twin of
// rtl/posit_quire_mac/posit_quire_mac.sv. Quire: the accumulator of products that is as wide as
// their range (Posit Standard 2022, section 3.4).
#pragma once

#include <variant>

#include "models/common/fixed_accumulate.h"
#include "models/posit_quire_mac/posit_quire_mac_align.h"

namespace macroscope {

template <typename W>
struct PositQuireMacLaws {
  using Word = W;
  using Unpacked = PositUnpack::Out;
  using Product = PositMultiply::Out;
  using Aligned = typename PositQuireMacAlign<W>::Out;
  using Sum = typename FixedAdd<W>::Out;
  using Result = typename FixedAccumulate<W>::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Product, Aligned, Sum, Result>;

  PositShape shape;
  PositUnpack unpack;
  PositMultiply multiply;
  PositQuireMacAlign<W> align;
  FixedAdd<W> add;
  FixedAccumulate<W> accumulate;

  explicit PositQuireMacLaws(const Design& design)
      : PositQuireMacLaws(PositShape::Derive(design)) {}
  explicit PositQuireMacLaws(const PositShape& s)
      : shape(s), unpack(s), multiply(), align(s), add{s.fixed}, accumulate{s.fixed} {}

  // The datapath: what each stage makes of the one before it. c joins in at `add`.
  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Product Next(const Unpacked& in, const Beside<W>&) const { return multiply(in); }
  Aligned Next(const Product& in, const Beside<W>&) const { return align(in); }
  Sum Next(const Aligned& in, const Beside<W>& beside) const {
    return add({.negate = in.negate,
                .product = in.product,
                .set = std::uint64_t{in.nar},
                .addend = beside.c});
  }
  Result Next(const Sum& in, const Beside<W>&) const { return accumulate(in); }
  static const W& Value(const Result& result) { return result.sum; }

  // A product that leaves any quire as it is.
  static Aligned Idle() { return {}; }

  const PositShape& ShapeOf(const Unpacked&) const { return shape; }
  const PositShape& ShapeOf(const Product&) const { return shape; }
  const PositShape& ShapeOf(const Aligned&) const { return shape; }
  const FixedShape& ShapeOf(const Sum&) const { return shape.fixed; }
  const FixedShape& ShapeOf(const Result&) const { return shape.fixed; }
};

}  // namespace macroscope
