// Adds up all scaled terms, exactly: shifts them to their places in one fixed-point word, and sums.
// Twin of rtl/block_dot/block_dot_gather.sv.
#pragma once

#include "models/block_dot/block_dot_scale.h"

namespace macroscope {

template <typename Word>
struct BlockDotGather {
  using In = typename BlockDotScale<Word>::Out;
  struct Out {
    LaneVector<DotTerm<Word>> terms;  // One.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const BlockDotShape& s, Visitor&& visit) const {
      VisitTerms(s.gathered, terms, visit);
    }
  };

  BlockDotShape shape;

  Out operator()(const In& in) const {
    SignedSum<Word> sum;
    const int least = shape.gathered.lsb_exponent - shape.scaled.lsb_exponent;
    for (const DotTerm<Word>& term : in.terms) {
      // A magnitude of 0 may come with any exponent.
      const bool zero = term.magnitude == Word{0};
      sum.Add(term.sign, zero ? Word{0} : Word(term.magnitude << (term.exponent - least)));
      sum.flags |= term.flags;
    }
    DotTerm<Word> term{.flags = sum.flags};
    if (shape.gathered.is_signed) {
      term.magnitude = sum.TwosComplement(shape.gathered.magnitude_bits);
    } else {
      term.sign = sum.Sign(shape.zero_is_negative);
      term.magnitude = sum.Magnitude();
    }
    Out out;
    out.terms.push_back(term);
    return out;
  }
};

}  // namespace macroscope
