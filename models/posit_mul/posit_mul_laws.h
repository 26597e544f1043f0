// posit_mul: unpack, multiply, normalize, round. Twin of rtl/posit_mul/posit_mul.sv.
#pragma once

#include <variant>

#include "models/posit_mul/posit_mul_normalize.h"

namespace macroscope {

template <typename W>
struct PositMulLaws {
  static constexpr bool kNarrow = true;  // 2 x 30 product bits

  using Word = W;
  using Unpacked = PositUnpack::Out;
  using Product = PositMultiply::Out;
  using Normalized = PositRound::In;
  using Result = PositRound::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Product, Normalized, Result>;

  PositShape shape;
  PositUnpack unpack;
  PositMultiply multiply;
  PositMulNormalize normalize;
  PositRound round;

  explicit PositMulLaws(const Design& design) : PositMulLaws(PositShape::Derive(design)) {}
  explicit PositMulLaws(const PositShape& s)
      : shape(s), unpack(s), multiply(), normalize(s), round(s) {}

  // The datapath: what each stage makes of the one before it.
  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Product Next(const Unpacked& in, const Beside<W>&) const { return multiply(in); }
  Normalized Next(const Product& in, const Beside<W>&) const { return normalize(in); }
  Result Next(const Normalized& in, const Beside<W>&) const { return round(in); }
  static const std::uint64_t& Value(const Result& result) { return result.z; }

  // The unit accumulates nothing and has no mac form; the register of one would idle with this.
  static Product Idle() { return {}; }

  template <typename Out>
  requires(!std::is_same_v<Out, OperandCodes>) const PositShape& ShapeOf(const Out&) const {
    return shape;
  }
};

}  // namespace macroscope
