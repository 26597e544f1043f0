// The code, and the number beside it in fixed point. Twin of rtl/code_sums/code_sums_unpack.sv.
#pragma once

#include "models/code_sums/code_sums_shape.h"
#include "models/common/operand_unpack.h"
#include "models/common/operands.h"
#include "models/common/wide_word.h"

namespace macroscope {

template <typename Word>
struct CodeSumsUnpack {
  using In = OperandCodes;
  struct Out {
    std::uint64_t code = 0;
    Word term{0};      // Two's complement; 0 of what is no finite number.
    bool nan = false;  // NaN or infinity.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const CodeSumsShape& s, Visitor&& visit) const {
      visit("code", s.code_bits, code);
      visit("term", s.term_bits, term);
      if (s.flag_bits > 0) visit("nan", 1, nan);
    }
  };

  CodeSumsShape shape;
  OperandUnpack b;

  explicit CodeSumsUnpack(const CodeSumsShape& s) : shape(s), b(s.b) {}

  Out operator()(const In& in) const {
    const OperandUnpack::Out x = b(in.b);
    Out out{.code = in.a & LowMask<Word64>(shape.code_bits), .nan = x.nan || x.infinity};
    if (out.nan || x.significand == 0) return out;
    const int places = shape.b.is_floating() ? x.exponent - shape.least_exponent : 0;
    const Word magnitude = Word(Word{x.significand} << places);
    out.term = x.sign ? Word((Word{0} - magnitude) & LowMask<Word>(shape.term_bits)) : magnitude;
    return out;
  }
};

}  // namespace macroscope
