// Every derived width of int_mul, once.
#pragma once

#include "models/common/integer_saturate.h"
#include "models/common/integer_shape.h"

namespace macroscope {

struct IntMulShape {
  IntegerShape product;  // Its low bits alone, if the result wraps and has fewer.
  IntegerResultShape result;

  static IntMulShape Derive(const Design& design) {
    IntMulShape s;
    s.product = IntegerShape::Derive(design);
    s.result = IntegerResultShape::Derive(s.product.product_bits, design.accumulator.width_bits,
                                          design.overflow == Overflow::kSaturate);
    s.product.product_bits = s.result.value_bits;
    return s;
  }
};

}  // namespace macroscope
