// Adds up each group's products, exactly: shifts them to their places in fixed point, and sums.
// Products that share microexponents are summed before they are shifted by what those leave.
// Twin of rtl/block_dot/block_dot_reduce.sv.
#pragma once

#include "models/block_dot/block_dot_multiply.h"

namespace macroscope {

template <typename Word>
struct BlockDotReduce {
  using In = typename BlockDotMultiply<Word>::Out;
  struct Out {
    LaneVector<DotTerm<Word>> terms;
    LaneVector<GroupScale> scales;  // As they came.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const BlockDotShape& s, Visitor&& visit) const {
      VisitTerms(s.sums, terms, visit);
      VisitScales(s, scales, visit);
    }
  };

  BlockDotShape shape;

  Out operator()(const In& in) const {
    Out out;
    out.scales = in.scales;
    for (int group = 0; group < shape.groups; ++group) {
      SignedSum<Word> sum;
      for (int i = group * shape.group_lanes(); i < (group + 1) * shape.group_lanes(); ++i) {
        const int lift = shape.lifts > 0 ? in.lifts[i / shape.lift_lanes] : 0;
        const DotTerm<Word> product = Placed(in.terms[i]);
        sum.Add(product.sign, Word(product.magnitude << lift));
        sum.flags |= product.flags;
      }
      DotTerm<Word> term{.flags = sum.flags};
      if (shape.sums.is_signed) {
        term.magnitude = sum.TwosComplement(shape.sums.magnitude_bits);
      } else {
        term.sign = sum.Sign(shape.zero_is_negative);
        // Integers' products have lost the sign of their zeros; a fixed-point word has none.
        if (shape.integer_lanes && sum.positive == sum.negative) {
          term.sign = !shape.is_fixed && in.zero_sign[group];
        }
        term.magnitude = sum.Magnitude();
      }
      out.terms.push_back(term);
    }
    return out;
  }

 private:
  // A product as sign and magnitude in units of the least one.
  DotTerm<Word> Placed(const DotTerm<Word>& product) const {
    DotTerm<Word> out = product;
    if (shape.integer_lanes) {
      const int bits = shape.integer.product_bits;
      const bool negative = BitOf(product.magnitude, bits - 1);
      if (negative) out.magnitude = Word(Word(0) - product.magnitude) & LowMask<Word>(bits);
      out.sign = product.sign != negative;
    } else if (product.magnitude != Word{0}) {
      out.magnitude = Word(product.magnitude << (product.exponent - shape.product.least_exponent));
    }
    return out;
  }
};

}  // namespace macroscope
