// Every derived width of code_sums, once. Twin of rtl/code_sums/code_sums_pkg.sv.
#pragma once

#include "models/design/design.h"

namespace macroscope {

struct CodeSumsShape {
  Format b;
  int code_bits = 0;
  int term_bits = 0;       // An operand in fixed point, two's complement.
  int least_exponent = 0;  // Of a biased exponent: the operand's places begin there.
  int sum_bits = 0;        // Of each code: a term's and guard bits.
  int flag_bits = 0;       // Above all sums: some operand was no finite number.

  int codes() const { return 1 << code_bits; }
  int word_bits() const { return codes() * sum_bits + flag_bits; }

  static CodeSumsShape Derive(const Design& design) {
    CodeSumsShape s;
    s.b = design.b;
    s.code_bits = design.a.width_bits();
    s.term_bits = ExactTerm(design).width_bits;
    s.least_exponent = s.b.is_floating() && s.b.has_subnormals ? 1 : 0;
    s.sum_bits = design.accumulator.width_bits;
    s.flag_bits = FlagBits(design);
    return s;
  }
};

}  // namespace macroscope
