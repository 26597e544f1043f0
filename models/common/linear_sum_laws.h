// Products of logarithms summed in fixed point: unpack, multiply, linear, align, add, accumulate,
// and read if the result shows a code. What a unit has of its own are its shape, unpack and read.
#pragma once

#include <variant>

#include "models/common/fixed_accumulate.h"
#include "models/common/log_align.h"
#include "models/common/operands.h"
#include "models/design/design.h"

namespace macroscope {

template <typename W, typename Shape, typename Unpack, typename Read>
struct LinearSumLaws {
  using Word = W;
  using Unpacked = LogOperands;
  using Product = LogMultiply::Out;
  using Linear = LogLinear::Out;
  using Aligned = typename LogAlign<W>::Out;
  using Sum = typename FixedAdd<W>::Out;
  using Accumulated = typename FixedAccumulate<W>::Out;
  using Result = typename Read::Out;
  using Payload =
      std::variant<OperandCodes, Unpacked, Product, Linear, Aligned, Sum, Accumulated, Result>;

  Shape shape;
  Unpack unpack;
  LogMultiply multiply;
  LogLinear linear;
  LogAlign<W> align;
  FixedAdd<W> add;
  FixedAccumulate<W> accumulate;
  Read read;

  explicit LinearSumLaws(const Design& design) : LinearSumLaws(Shape::Derive(design)) {}
  explicit LinearSumLaws(const Shape& s)
      : shape(s),
        unpack{s},
        multiply{s.product},
        linear{s.product},
        align{s.product},
        add{s.product.fixed},
        accumulate{s.product.fixed},
        read{s} {}

  // The datapath: what each stage makes of the one before it. c joins in at `add`; of c the code
  // above the word is not looked at.
  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Product Next(const Unpacked& in, const Beside<W>&) const { return multiply(in); }
  Linear Next(const Product& in, const Beside<W>&) const { return linear(in); }
  Aligned Next(const Linear& in, const Beside<W>&) const { return align(in); }
  Sum Next(const Aligned& in, const Beside<W>& beside) const {
    return add({.negate = false,
                .product = in.term,
                .set = in.flags,
                .addend = Word(beside.c & LowMask<W>(shape.word_bits()))});
  }
  // The last stage of a design without a code is `accumulate`, whose output is the result.
  Payload Next(const Sum& in, const Beside<W>&) const {
    const Accumulated out = accumulate(in);
    if (shape.reads_back) return out;
    return Result{out.sum};
  }
  Result Next(const Accumulated& in, const Beside<W>&) const { return read(in); }
  static const W& Value(const Result& result) { return result.z; }

  // A product that leaves any accumulator as it is.
  static Aligned Idle() { return {}; }

  const LogShape& ShapeOf(const Unpacked&) const { return shape.product; }
  const LogShape& ShapeOf(const Product&) const { return shape.product; }
  const LogShape& ShapeOf(const Linear&) const { return shape.product; }
  const LogShape& ShapeOf(const Aligned&) const { return shape.product; }
  const FixedShape& ShapeOf(const Sum&) const { return add.shape; }
  const FixedShape& ShapeOf(const Accumulated&) const { return accumulate.shape; }
  const Shape& ShapeOf(const Result&) const { return shape; }
};

}  // namespace macroscope
