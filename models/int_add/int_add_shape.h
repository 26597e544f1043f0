// Every derived width of int_add, once. Twin of rtl/int_add/int_add_pkg.sv.
#pragma once

#include "models/common/integer_saturate.h"
#include "models/design/design.h"

namespace macroscope {

struct IntAddShape {
  Format a;
  Format b;
  IntegerResultShape result;

  // Of the terms and their sum, two's complement: the exact sum, or its low bits if the result
  // wraps and has fewer.
  constexpr int sum_bits() const { return result.value_bits; }

  static IntAddShape Derive(const Design& design) {
    return {design.a, design.b,
            IntegerResultShape::Derive(ExactSum(design.a, design.b).width_bits,
                                       design.accumulator.width_bits,
                                       design.overflow == Overflow::kSaturate)};
  }
};

}  // namespace macroscope
