// int_mul: unpack, multiply, saturate. Twin of rtl/int_mul/int_mul.sv.
#pragma once

#include <variant>

#include "models/common/integer_multiply.h"
#include "models/int_mul/int_mul_shape.h"

namespace macroscope {

template <typename W>
struct IntMulLaws {
  using Word = W;
  using Unpacked = IntegerUnpack::Out;
  using Product = typename IntegerMultiply<W>::Out;
  using Result = typename IntegerSaturate<W>::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Product, Result>;

  IntegerUnpack unpack;
  IntegerMultiply<W> multiply;
  IntegerSaturate<W> saturate;

  explicit IntMulLaws(const Design& design) : IntMulLaws(IntMulShape::Derive(design)) {}
  explicit IntMulLaws(const IntMulShape& s)
      : unpack{s.product}, multiply{s.product}, saturate{s.result} {}

  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Product Next(const Unpacked& in, const Beside<W>&) const { return multiply(in); }
  Result Next(const Product& in, const Beside<W>&) const {
    return saturate({.negate = in.negate, .value = in.product});
  }
  static const W& Value(const Result& result) { return result.z; }

  static OperandCodes Idle() { return {}; }  // Nothing accumulates.

  const IntegerShape& ShapeOf(const Unpacked&) const { return unpack.shape; }
  const IntegerShape& ShapeOf(const Product&) const { return multiply.shape; }
  const IntegerResultShape& ShapeOf(const Result&) const { return saturate.shape; }
};

}  // namespace macroscope
