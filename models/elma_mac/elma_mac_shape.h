// Every derived width of elma_mac, once. Twin of rtl/elma_mac/elma_mac_pkg.sv.
#pragma once

#include "models/common/log_shape.h"
#include "models/design/design.h"
#include "models/tables/elma_tables.h"

namespace macroscope {

struct ElmaMacShape {
  PositLayout layout;
  LogPositTables tables;
  bool reads_back = false;  // Whether the result shows the accumulator as a code besides.
  LogShape product;
  std::shared_ptr<const LookupTable> logarithms;  // Of a sum's significand.

  int body_bits() const { return layout.width_bits - 1; }
  int fraction_bits() const { return layout.max_fraction_bits(); }
  // Of k, the octaves of octaves: its magnitude is at most body_bits() - 1.
  int regime_bits() const { return BitLength(static_cast<Word64>(body_bits() - 1)) + 1; }
  int log_bits() const { return regime_bits() + layout.exponent_bits + fraction_bits(); }
  // The accumulator without its flag: sign, the bits left of the point for the greatest number,
  // those right of it for the square of the least.
  int sum_bits() const { return product.fixed.fixed_bits(); }
  int word_bits() const { return product.fixed.word_bits(); }
  int result_bits() const { return word_bits() + (reads_back ? layout.width_bits : 0); }
  // Bit 0 of the accumulator is 2^this.
  int least_exponent() const { return -2 * layout.max_scale(); }

  static ElmaMacShape Derive(const Design& design) {
    ElmaMacShape s;
    s.layout = design.a.posit;
    s.tables = design.a.log_posit;
    s.reads_back = design.accumulator.shows_code();
    LogShape& p = s.product;
    p.a_log_bits = p.b_log_bits = s.log_bits();
    p.linear = LinearTable::Make(s.fraction_bits(), s.fraction_bits(), s.tables.product_bits);
    p.greatest_octave = s.layout.max_scale();
    p.least_octave = s.least_exponent();
    p.saturates = design.overflow == Overflow::kSaturate;
    p.drops_fractions = true;
    const int width_bits = design.accumulator.width_bits;
    // A table of few bits may end in a 2, which takes one bit more.
    p.fixed.product_bits = std::min(p.term_bits(), width_bits);
    p.fixed.guard_bits = width_bits - p.fixed.product_bits;
    p.fixed.flag_bits = 1;
    s.logarithms = LogarithmFractions(s.tables.readback_bits, s.tables.logarithm_bits);
    return s;
  }
};

}  // namespace macroscope
