// The one term that the accumulator joins, normalized: its highest one at the top. So both are as
// narrow as they can be where they are aligned and added. Its exponent is biased as the result's
// is, where that leaves none below 0; of a zero it is 0. Twin of rtl/block_dot/block_dot_level.sv.
#pragma once

#include "models/block_dot/block_dot_term.h"

namespace macroscope {

template <typename Word>
struct BlockDotLevel {
  struct Out {
    LaneVector<DotTerm<Word>> terms;  // One.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const BlockDotShape& s, Visitor&& visit) const {
      VisitTerms(s.leveled, terms, visit);
    }
  };

  BlockDotShape shape;

  Out operator()(const DotTerm<Word>& term) const {
    DotTerm<Word> leveled{.sign = term.sign, .flags = term.flags};
    if (term.magnitude != Word{0}) {
      const int above = BitLength(term.magnitude) - 1;
      leveled.magnitude = Word(term.magnitude << (shape.leveled.magnitude_bits - 1 - above));
      leveled.exponent = term.exponent + above + shape.level_bias;
    }
    Out out;
    out.terms.push_back(leveled);
    return out;
  }
};

}  // namespace macroscope
