// posit_fma: unpack, multiply, align, add, normalize, round. Twin of rtl/posit_fma/posit_fma.sv.
#pragma once

#include <variant>

#include "models/common/posit_normalize.h"
#include "models/posit_fma/posit_fma_align.h"

namespace macroscope {

template <typename W>
struct PositFmaLaws {
  static constexpr bool kNarrow = true;  // 2 x 30 product bits and 3 above their fraction

  using Word = W;
  using Unpacked = PositUnpack::Out;
  using Product = PositMultiply::Out;
  using Aligned = PositSort::Out;
  using Sum = PositSum::Out;
  using Normalized = PositRound::In;
  using Result = PositRound::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Product, Aligned, Sum, Normalized, Result>;

  PositShape shape;
  PositUnpack unpack;
  PositMultiply multiply;
  PositFmaAlign align;
  PositSum add;
  PositNormalize normalize;
  PositRound round;

  explicit PositFmaLaws(const Design& design) : PositFmaLaws(PositShape::Derive(design)) {}
  explicit PositFmaLaws(const PositShape& s)
      : shape(s), unpack(s), multiply(), align(s), add(), normalize(s), round(s) {}

  // The datapath: what each stage makes of the one before it. c joins in at `align`.
  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Product Next(const Unpacked& in, const Beside<W>&) const { return multiply(in); }
  Aligned Next(const Product& in, const Beside<W>& beside) const {
    return align({.product = in, .addend = static_cast<std::uint64_t>(beside.c)});
  }
  Sum Next(const Aligned& in, const Beside<W>&) const { return add(in); }
  Normalized Next(const Sum& in, const Beside<W>&) const { return normalize(in); }
  Result Next(const Normalized& in, const Beside<W>&) const { return round(in); }
  static const std::uint64_t& Value(const Result& result) { return result.z; }

  // The product that adds nothing: 0.
  static Product Idle() { return {}; }

  template <typename Out>
  requires(!std::is_same_v<Out, OperandCodes>) const PositShape& ShapeOf(const Out&) const {
    return shape;
  }
};

}  // namespace macroscope
