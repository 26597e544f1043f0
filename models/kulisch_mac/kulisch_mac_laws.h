// kulisch_mac: unpack, multiply, align, add, accumulate. Twin of rtl/kulisch_mac/kulisch_mac.sv.
// Kulisch: exact sums in a fixed-point accumulator as wide as the products' range.
#pragma once

#include <variant>

#include "models/common/fixed_accumulate.h"
#include "models/kulisch_mac/kulisch_mac_align.h"

namespace macroscope {

template <typename W>
struct KulischMacLaws {
  using Word = W;
  using Unpacked = KulischMacUnpack::Out;
  using Product = typename KulischMacMultiply<W>::Out;
  using Aligned = typename KulischMacAlign<W>::Out;
  using Sum = typename FixedAdd<W>::Out;
  using Result = typename FixedAccumulate<W>::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Product, Aligned, Sum, Result>;

  KulischMacUnpack unpack;
  KulischMacMultiply<W> multiply;
  KulischMacAlign<W> align;
  FixedAdd<W> add;
  FixedAccumulate<W> accumulate;

  explicit KulischMacLaws(const Design& design) : KulischMacLaws(KulischMacShape::Derive(design)) {}
  explicit KulischMacLaws(const KulischMacShape& s)
      : unpack{s}, multiply{s}, align{s}, add{s.fixed}, accumulate{s.fixed} {}

  // The datapath: what each stage makes of the one before it. c joins in at `add`.
  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Product Next(const Unpacked& in, const Beside<W>&) const { return multiply(in); }
  Aligned Next(const Product& in, const Beside<W>&) const { return align(in); }
  Sum Next(const Aligned& in, const Beside<W>& beside) const {
    return add({.negate = in.negate, .product = in.product, .set = in.flags, .addend = beside.c});
  }
  Result Next(const Sum& in, const Beside<W>&) const { return accumulate(in); }
  static const W& Value(const Result& result) { return result.sum; }

  // A product that leaves any accumulator as it is.
  static Aligned Idle() { return {}; }

  const KulischMacShape& ShapeOf(const Unpacked&) const { return multiply.shape; }
  const KulischMacShape& ShapeOf(const Product&) const { return multiply.shape; }
  const KulischMacShape& ShapeOf(const Aligned&) const { return align.shape; }
  const FixedShape& ShapeOf(const Sum&) const { return add.shape; }
  const FixedShape& ShapeOf(const Result&) const { return accumulate.shape; }
};

}  // namespace macroscope
