// fp_fma: unpack, multiply, align, add, normalize, round. Twin of rtl/fp_fma/fp_fma.sv.
#pragma once

#include <variant>

#include "models/fp_fma/fp_fma_normalize.h"

namespace macroscope {

template <typename W>
struct FpFmaLaws {
  using Word = W;
  using Unpacked = FpFmaUnpack::Out;
  using Product = typename FpFmaMultiply<W>::Out;
  using Aligned = typename FpFmaAlign<W>::Out;
  using Sum = typename FpFmaAdd<W>::Out;
  using Normalized = typename FpFmaNormalize<W>::Out;
  using Result = typename FloatRound<W>::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Product, Aligned, Sum, Normalized, Result>;

  FpFmaShape shape;
  FpFmaUnpack unpack;
  FpFmaMultiply<W> multiply;
  FpFmaAlign<W> align;
  FpFmaAdd<W> add;
  FpFmaNormalize<W> normalize;
  FloatRound<W> round;

  explicit FpFmaLaws(const Design& design) : FpFmaLaws(FpFmaShape::Derive(design)) {}
  explicit FpFmaLaws(const FpFmaShape& s)
      : shape(s), unpack(s), multiply(s), align(s), add(s), normalize(s), round(s.design) {}

  // The datapath: what each stage makes of the one before it. c joins in at `align`.
  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Product Next(const Unpacked& in, const Beside<W>&) const { return multiply(in); }
  Aligned Next(const Product& in, const Beside<W>& beside) const {
    return align({.product = in, .addend = static_cast<std::uint64_t>(beside.c)});
  }
  Sum Next(const Aligned& in, const Beside<W>& beside) const { return add(in, beside.r); }
  Normalized Next(const Sum& in, const Beside<W>&) const { return normalize(in); }
  Result Next(const Normalized& in, const Beside<W>& beside) const { return round(in, beside.r); }
  static const W& Value(const Result& result) { return result.z; }

  // The product that adds nothing: -0, or +0 where rounding goes down; its exponent is the least.
  // A mode that comes as an operand is 0, ties to even, without operands.
  Product Idle() const {
    return {.sign = shape.design.rounding != Rounding::kTowardNegative,
            .exponent = multiply.zero_exponent};
  }

  template <typename Out>
  requires(!std::is_same_v<Out, OperandCodes>) const FpFmaShape& ShapeOf(const Out&) const {
    return shape;
  }
};

}  // namespace macroscope
