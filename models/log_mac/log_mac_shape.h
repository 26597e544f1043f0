// Every derived width of log_mac, once. Those of sums of logarithms are in
// models/common/log_sum_shape.h.
#pragma once

#include "models/common/double_base_operand.h"
#include "models/common/log_shape.h"
#include "models/common/log_sum_shape.h"
#include "models/design/linear_product.h"
#include "models/tables/elma_tables.h"

namespace macroscope {

struct LogMacShape {
  Format a;
  Format b;
  LogShape product;
  bool is_linear = true;
  LogSumShape sum;  // Of sums that are logarithms.
  // Of sums in fixed point whose result shows a code besides.
  bool reads_back = false;
  Format z;
  int read_bits = 0;                              // Of a significand, below its leading one.
  std::shared_ptr<const LookupTable> logarithms;  // By those, in steps.

  int word_bits() const { return product.fixed.word_bits(); }
  int result_bits() const { return word_bits() + (reads_back ? z.width_bits() : 0); }
  // Bit 0 of the accumulator is 2^this.
  int least_exponent() const { return product.least_octave - product.linear.point_bits(); }

  static LogMacShape Derive(const Design& design) {
    LogMacShape s;
    s.a = design.a;
    s.b = design.b;
    s.is_linear = design.accumulator.is_fixed;
    if (s.is_linear) s.DeriveLinear(design);
    LogShape& p = s.product;
    p.a_log_bits = OperandLogBits(s.a, p.fraction_bits());
    p.b_log_bits = OperandLogBits(s.b, p.fraction_bits());
    if (!s.is_linear) {
      s.sum = LogSumShape::Derive(design, p.product_log_bits(), LogBits(design.accumulator.format));
    }
    return s;
  }

 private:
  static int OperandLogBits(const Format& format, int fraction_bits) {
    return format.is_double_base() ? DoubleBaseOperandUnpack::LogBits(format, fraction_bits)
                                   : LogBits(format);
  }

  void DeriveLinear(const Design& design) {
    const LinearProduct linear = LinearProductOf(design);
    product.linear = linear.table;
    product.least_octave = linear.least_octave;
    product.greatest_octave = linear.greatest_octave;
    FixedShape& fixed = product.fixed;
    fixed.product_bits = product.term_bits();
    fixed.guard_bits = design.accumulator.width_bits - fixed.product_bits;
    fixed.flag_bits = FlagBits(design);
    fixed.saturate = design.overflow == Overflow::kSaturate;
    reads_back = design.accumulator.shows_code();
    z = reads_back ? design.accumulator.format : design.a;
    // Two bits more than a step takes keep what the table rounds away small beside half a step.
    read_bits = product.fraction_bits() + 2;
    logarithms = LogarithmFractions(read_bits, product.fraction_bits());
  }
};

}  // namespace macroscope
