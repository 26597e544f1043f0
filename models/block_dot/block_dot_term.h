// What block_dot's stages hand on: terms, and the scales that wait for them.
#pragma once

#include <cstdint>

#include "models/block_dot/block_dot_shape.h"
#include "models/common/lanes.h"
#include "models/common/wide_word.h"

namespace macroscope {

// See TermShape.
template <typename Word>
struct DotTerm {
  bool sign = false;
  int exponent = 0;
  Word magnitude{0};
  std::uint64_t flags = 0;
  friend bool operator==(const DotTerm&, const DotTerm&) = default;
};

// Both scales of a group.
struct GroupScale {
  int exponent = 0;
  std::uint64_t factor = 0;  // Of the scales' significands; 1 of powers of two.
  bool nan = false;
  friend bool operator==(const GroupScale&, const GroupScale&) = default;
};

// Terms as RTL ports, in this order.
template <typename Word, typename Visitor>
void VisitTerms(const TermShape& s, const LaneVector<DotTerm<Word>>& terms, Visitor&& visit) {
  if (!s.is_signed) {
    visit("sign", s.count, PackLanes(terms, 1, [](const auto& t) { return t.sign; }));
  }
  if (s.exponent_bits > 0) {
    visit("exponent", s.count * s.exponent_bits,
          PackLanes(terms, s.exponent_bits, [](const auto& t) { return t.exponent; }));
  }
  visit(
      s.is_signed ? "sum" : "magnitude", s.count * s.magnitude_bits,
      PackLanes(terms, s.magnitude_bits, [](const auto& t) -> const Word& { return t.magnitude; }));
  if (s.flag_bits > 0) {
    visit("flags", s.count * s.flag_bits,
          PackLanes(terms, s.flag_bits, [](const auto& t) { return t.flags; }));
  }
}

template <typename Visitor>
void VisitScales(const BlockDotShape& s, const LaneVector<GroupScale>& scales, Visitor&& visit) {
  if (s.scale_exponent_bits > 0) {
    visit("scale_exponent", s.groups * s.scale_exponent_bits,
          PackLanes(scales, s.scale_exponent_bits, [](const auto& x) { return x.exponent; }));
  }
  if (s.factor_bits() > 0) {
    visit("scale_factor", s.groups * s.factor_bits(),
          PackLanes(scales, s.factor_bits(), [](const auto& x) { return x.factor; }));
  }
  if (s.scale_has_nan) {
    visit("scale_nan", s.groups, PackLanes(scales, 1, [](const auto& x) { return x.nan; }));
  }
}

// A sum that is made of what is positive and what is negative.
template <typename Word>
struct SignedSum {
  Word positive{0};
  Word negative{0};
  bool all_negative = true;
  bool any_negative = false;
  std::uint64_t flags = 0;

  void Add(bool sign, const Word& magnitude) {
    (sign ? negative : positive) += magnitude;
    all_negative = all_negative && sign;
    any_negative = any_negative || sign;
  }
  // zero_is_negative: where zeros of both signs are added, or numbers cancel.
  bool Sign(bool zero_is_negative) const {
    if (positive == negative) return zero_is_negative ? any_negative : all_negative;
    return negative > positive;
  }
  Word Magnitude() const {
    return negative > positive ? Word(negative - positive) : Word(positive - negative);
  }
  // Of `bits` bits.
  Word TwosComplement(int bits) const { return Word(positive - negative) & LowMask<Word>(bits); }
};

}  // namespace macroscope
