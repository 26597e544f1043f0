// Every derived width of log_mac, once. Those of sums of logarithms are in
// models/common/log_sum_shape.h.
#pragma once

#include <bit>

#include "models/common/log_shape.h"
#include "models/common/log_sum_shape.h"
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
    LogShape& p = s.product;
    p.a_log_bits = LogBits(s.a);
    p.b_log_bits = LogBits(s.b);
    if (!s.is_linear) {
      s.sum = LogSumShape::Derive(design, p.product_log_bits(), LogBits(design.accumulator.format));
      return s;
    }
    const int fraction_bits = s.a.log.fraction_bits();
    p.linear = LinearTable::Make(
        fraction_bits, std::countr_zero(static_cast<unsigned>(design.logarithm.table_entries)),
        design.logarithm.table_bits);
    p.least_octave =
        static_cast<int>((s.a.log.least_steps() + s.b.log.least_steps()) >> fraction_bits);
    p.greatest_octave =
        static_cast<int>((s.a.log.greatest_steps() + s.b.log.greatest_steps()) >> fraction_bits);
    p.fixed.product_bits = p.term_bits();
    p.fixed.guard_bits = design.accumulator.width_bits - p.fixed.product_bits;
    p.fixed.saturate = design.overflow == Overflow::kSaturate;
    // Two bits more than a step takes keep what the table rounds away small beside half a step.
    s.reads_back = design.accumulator.shows_code();
    s.z = s.reads_back ? design.accumulator.format : design.a;
    s.read_bits = fraction_bits + 2;
    s.logarithms = LogarithmFractions(s.read_bits, fraction_bits);
    return s;
  }
};

}  // namespace macroscope
