// Every derived width of int_mac, once.
#pragma once

#include "models/common/fixed_shape.h"
#include "models/common/integer_shape.h"

namespace macroscope {

struct IntMacShape {
  IntegerShape product;
  FixedShape fixed;

  static IntMacShape Derive(const Design& design) {
    IntMacShape s;
    s.product = IntegerShape::Derive(design);
    s.fixed.product_bits = s.product.product_bits;
    s.fixed.guard_bits = design.accumulator.width_bits - s.fixed.product_bits;
    s.fixed.saturate = design.overflow == Overflow::kSaturate;
    return s;
  }
};

}  // namespace macroscope
