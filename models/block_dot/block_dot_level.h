// The one term that the accumulator joins, normalized: its highest one at the top. So both are as
// narrow as they can be where they are aligned and added. Twin of rtl/block_dot/block_dot_level.sv.
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
      leveled.exponent = term.exponent + above;
    }
    Out out;
    out.terms.push_back(leveled);
    return out;
  }
};

}  // namespace macroscope
