// int_mac: unpack, multiply, add, accumulate. Twin of rtl/int_mac/int_mac.sv.
#pragma once

#include <variant>

#include "models/common/fixed_accumulate.h"
#include "models/common/integer_multiply.h"
#include "models/int_mac/int_mac_shape.h"

namespace macroscope {

template <typename W>
struct IntMacLaws {
  using Word = W;
  using Unpacked = IntegerUnpack::Out;
  using Product = typename IntegerMultiply<W>::Out;
  using Sum = typename FixedAdd<W>::Out;
  using Result = typename FixedAccumulate<W>::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Product, Sum, Result>;

  IntegerUnpack unpack;
  IntegerMultiply<W> multiply;
  FixedAdd<W> add;
  FixedAccumulate<W> accumulate;

  explicit IntMacLaws(const Design& design) : IntMacLaws(IntMacShape::Derive(design)) {}
  explicit IntMacLaws(const IntMacShape& s)
      : unpack{s.product}, multiply{s.product}, add{s.fixed}, accumulate{s.fixed} {}

  // The datapath: what each stage makes of the one before it. c joins in at `add`.
  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Product Next(const Unpacked& in, const Beside<W>&) const { return multiply(in); }
  Sum Next(const Product& in, const Beside<W>& beside) const {
    return add({.negate = in.negate, .product = in.product, .set = 0, .addend = beside.c});
  }
  Result Next(const Sum& in, const Beside<W>&) const { return accumulate(in); }
  static const W& Value(const Result& result) { return result.sum; }

  // A product that leaves any accumulator as it is.
  static Product Idle() { return {}; }

  const IntegerShape& ShapeOf(const Unpacked&) const { return unpack.shape; }
  const IntegerShape& ShapeOf(const Product&) const { return multiply.shape; }
  const FixedShape& ShapeOf(const Sum&) const { return add.shape; }
  const FixedShape& ShapeOf(const Result&) const { return accumulate.shape; }
};

}  // namespace macroscope
