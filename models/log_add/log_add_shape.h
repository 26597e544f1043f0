// Every derived width of log_add, once. Those of the sum are in
// models/common/log_sum_shape.h.
#pragma once

#include "models/common/log_sum_shape.h"

namespace macroscope {

struct LogAddShape {
  Format format;  // Of both operands and the result.
  int log_bits = 0;
  LogSumShape sum;

  static LogAddShape Derive(const Design& design) {
    LogAddShape s;
    s.format = design.a;
    s.log_bits = LogBits(design.a);
    s.sum = LogSumShape::Derive(design, s.log_bits, s.log_bits);
    return s;
  }
};

}  // namespace macroscope
