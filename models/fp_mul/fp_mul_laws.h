// fp_mul: unpack, multiply, normalize, round. Twin of rtl/fp_mul/fp_mul.sv.
#pragma once

#include <variant>

#include "models/fp_mul/fp_mul_normalize.h"

namespace macroscope {

template <typename W>
struct FpMulLaws {
  static constexpr bool kNarrow = true;  // 2 x 53 product bits, or 53 and 33 guard bits

  using Word = W;
  using Unpacked = FpMulUnpack::Out;
  using Product = typename FpMulMultiply<W>::Out;
  using Normalized = typename FpMulNormalize<W>::Out;
  using Result = typename FloatRound<W>::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Product, Normalized, Result>;

  FpMulShape shape;
  FpMulUnpack unpack;
  FpMulMultiply<W> multiply;
  FpMulNormalize<W> normalize;
  FloatRound<W> round;

  explicit FpMulLaws(const Design& design) : FpMulLaws(FpMulShape::Derive(design)) {}
  explicit FpMulLaws(const FpMulShape& s)
      : shape(s), unpack(s), multiply(s), normalize(s), round(s.design) {}

  // The datapath: what each stage makes of the one before it.
  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Product Next(const Unpacked& in, const Beside<W>&) const { return multiply(in); }
  Normalized Next(const Product& in, const Beside<W>&) const { return normalize(in); }
  Result Next(const Normalized& in, const Beside<W>& beside) const { return round(in, beside.r); }
  static const W& Value(const Result& result) { return result.z; }

  // The unit accumulates nothing and has no mac form; the register of one would idle with this.
  static Product Idle() { return {}; }

  template <typename Out>
  requires(!std::is_same_v<Out, OperandCodes>) const FpMulShape& ShapeOf(const Out&) const {
    return shape;
  }
};

}  // namespace macroscope
