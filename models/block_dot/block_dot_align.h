// Shifts all terms, and the accumulator if it joins in, to the greatest exponent among them: into
// one window. What falls off is lost, or leaves a bit below. The least normal exponent of the
// result counts too: what stands below it keeps its place. Twin of
// rtl/block_dot/block_dot_align.sv, which has the drawing.
//
// A term alone with the accumulator is sorted: the greater exponent comes first, so that hardware
// shifts one of them, as a fused multiply-add does.
#pragma once

#include <algorithm>
#include <utility>

#include "models/block_dot/block_dot_term.h"
#include "models/common/operand_unpack.h"

namespace macroscope {

// What is not a number in a sum.
struct SumSpecials {
  bool nan = false;
  bool infinity = false;
  bool infinity_sign = false;
  friend bool operator==(const SumSpecials&, const SumSpecials&) = default;

  template <typename Visitor>
  void Visit(Visitor&& visit) const {
    visit("nan", 1, nan);
    visit("infinity", 1, infinity);
    visit("infinity_sign", 1, infinity_sign);
  }
};

template <typename Word>
struct BlockDotAlign {
  struct In {
    const LaneVector<DotTerm<Word>>& terms;
    std::uint64_t addend = 0;  // The accumulator's code, if it joins in.
  };
  struct Part {
    bool sign = false;
    Word magnitude{0};  // U(integer_bits).(fraction_bits), and what was shifted out.
    friend bool operator==(const Part&, const Part&) = default;
  };
  struct Out {
    int exponent = 0;  // Of all units.
    // The accumulator last, or, of two sorted parts, the one with the greater exponent first.
    boost::container::static_vector<Part, kMostLanes + 1> parts;
    SumSpecials specials;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const BlockDotShape& s, Visitor&& visit) const {
      const WindowShape& w = s.window;
      visit("exponent", w.exponent_bits, exponent);
      visit("sign", w.all_terms(), PackLanes(parts, 1, [](const Part& p) { return p.sign; }));
      visit("magnitude", w.all_terms() * w.term_bits(),
            PackLanes(parts, w.term_bits(),
                      [](const Part& p) -> const Word& { return p.magnitude; }));
      specials.Visit(visit);
    }
  };

  WindowShape window;
  int term_fraction_bits;
  OperandUnpack unpack;

  explicit BlockDotAlign(const BlockDotShape& s)
      : window(s.window), term_fraction_bits(s.last.fraction_bits), unpack(s.accumulator) {}

  Out operator()(const In& in) const {
    const OperandUnpack::Out c = window.joined ? unpack(in.addend) : OperandUnpack::Out();
    Out out;
    out.exponent = std::max(c.exponent, 1);
    std::uint64_t flags = 0;
    for (const DotTerm<Word>& term : in.terms) {
      if (term.magnitude != Word{0}) {
        out.exponent = std::max(out.exponent, term.exponent + window.offset);
      }
      flags |= term.flags;
    }
    for (const DotTerm<Word>& term : in.terms) {
      const int distance = out.exponent - (term.exponent + window.offset);
      out.parts.push_back({term.sign, Placed(term.magnitude, term_fraction_bits, distance)});
    }
    if (window.joined) {
      out.parts.push_back(
          {c.sign, Placed(Word(c.significand), window.precision - 1, out.exponent - c.exponent)});
      if (window.sorts() && out.exponent == c.exponent) std::swap(out.parts[0], out.parts[1]);
      if (c.nan) flags |= 1;
      if (c.infinity) flags |= c.sign ? 4 : 2;
    }
    out.specials.nan = (flags & 1) != 0 || (flags & 6) == 6;
    out.specials.infinity = !out.specials.nan && flags != 0;
    out.specials.infinity_sign = (flags & 4) != 0;
    return out;
  }

 private:
  Word Placed(const Word& magnitude, int fraction_bits, int distance) const {
    if (magnitude == Word{0}) return magnitude;
    const int right = distance + fraction_bits - window.fraction_bits;
    if (right <= 0) return Word(magnitude << (-right + (window.sticky ? 1 : 0)));
    const int shift = std::min(right, kWordBits<Word> - 1);
    const Word kept = Word(magnitude >> shift);
    if (!window.sticky) return kept;
    // A one was lost if shifting back does not give the same.
    return Word(kept << 1) | Word(Word(kept << shift) != magnitude);
  }
};

}  // namespace macroscope
