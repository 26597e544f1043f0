// Each term with its group's scales: exponents added, significands multiplied. Terms are groups'
// sums, or, where those are not made, products with their microexponents.
// Twin of rtl/block_dot/block_dot_scale.sv.
#pragma once

#include "models/block_dot/block_dot_reduce.h"

namespace macroscope {

template <typename Word>
struct BlockDotScale {
  struct Out {
    LaneVector<DotTerm<Word>> terms;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const BlockDotShape& s, Visitor&& visit) const {
      VisitTerms(s.scaled, terms, visit);
    }
  };

  BlockDotShape shape;

  Out operator()(const typename BlockDotReduce<Word>::Out& in) const {
    Out out;
    for (int group = 0; group < shape.groups; ++group) {
      out.terms.push_back(Scaled(in.terms[group], in.scales[group]));
    }
    return out;
  }
  Out operator()(const typename BlockDotMultiply<Word>::Out& in) const {
    Out out;
    for (int i = 0; i < shape.lanes; ++i) {
      DotTerm<Word> term = Scaled(in.terms[i], in.scales[i / shape.group_lanes()]);
      if (shape.lifts > 0) term.exponent += in.lifts[i / shape.lift_lanes];
      out.terms.push_back(term);
    }
    return out;
  }

 private:
  DotTerm<Word> Scaled(DotTerm<Word> term, const GroupScale& scale) const {
    term.exponent += scale.exponent;
    term.magnitude = scale.nan ? Word{0} : Word(term.magnitude * Word(scale.factor));
    // An infinity that a scale of zero meets is no number.
    if (scale.nan || (scale.factor == 0 && term.flags != 0)) term.flags = 1;
    return term;
  }
};

}  // namespace macroscope
