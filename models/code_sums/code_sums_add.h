// The sum of the number's code grows by it; the others stay. Twin of
// rtl/code_sums/code_sums_add.sv.
#pragma once

#include "models/code_sums/code_sums_unpack.h"

namespace macroscope {

template <typename Word>
struct CodeSumsAdd {
  struct In : CodeSumsUnpack<Word>::Out {
    Word addend{0};  // All sums, that of code 0 lowest, the flag above them.
  };
  struct Out {
    Word z{0};
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const CodeSumsShape& s, Visitor&& visit) const {
      visit("z", s.word_bits(), z);
    }
  };

  CodeSumsShape shape;

  Out operator()(const In& in) const {
    const int place = static_cast<int>(in.code) * shape.sum_bits;
    const Word mask = LowMask<Word>(shape.sum_bits);
    const Word sum = Word(in.addend >> place) & mask;
    const bool negative = BitOf(in.term, shape.term_bits - 1);
    const Word wide =
        negative ? Word(in.term | Word(mask ^ LowMask<Word>(shape.term_bits))) : in.term;
    const Word grown = Word(sum + wide) & mask;
    Word z = Word(in.addend ^ Word(Word(sum ^ grown) << place));
    if (in.nan) z = Word(z | Word(Word{1} << (shape.word_bits() - 1)));
    return {z};
  }
};

}  // namespace macroscope
