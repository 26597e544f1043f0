// The terms that block_dot aligns, and where: by exponents of values, in doubles.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "tests/block_dot/block_dot_numbers.h"

namespace macroscope {

// A number and where it is aligned; what is none has the value 0 and a flag.
struct PlacedTerm {
  double value = 0;
  int exponent = 0;
  std::uint64_t flags = 0;
};

// Of the leading bit, but at least that of the least normal number.
inline int ExponentOf(const Format& f, double value) {
  if (f.is_integer()) return 0;
  const int least = 1 - f.bias;
  if (value == 0 || !std::isfinite(value)) return least;
  return f.has_subnormals ? std::max(std::ilogb(value), least) : std::ilogb(value);
}

inline int ScaleExponentOf(const LaneOperand& operand, const Bits& word, int lane) {
  if (!operand.is_block()) return 0;
  const double scale = ScaleOf(operand, word, lane);
  if (operand.block.scale_is_exponent) return std::ilogb(scale);
  return ExponentOf(operand.block.scale, scale);
}

// The terms of a design that aligns them to the greatest exponent.
inline std::vector<PlacedTerm> PlacedTermsOf(const Design& design, const WideCodes& codes) {
  const DotProduct& dot = design.dot;
  const bool blocks = dot.terms == Terms::kBlocks;
  std::vector<PlacedTerm> terms;
  for (int lane = 0; lane < dot.lanes; lane += blocks ? dot.group_lanes() : 1) {
    const Worth worth = blocks ? WorthOfGroup(design, codes, lane / dot.group_lanes())
                               : WorthOfLane(design, codes, lane);
    int exponent = ScaleExponentOf(dot.a, codes.a, lane) + ScaleExponentOf(dot.b, codes.b, lane);
    if (!blocks) {
      exponent += ExponentOf(design.a, ElementOf(dot.a, codes.a, lane)) +
                  ExponentOf(design.b, ElementOf(dot.b, codes.b, lane)) - MicroOf(dot, codes, lane);
    }
    terms.push_back({worth.flags == 0 ? worth.value : 0, exponent, worth.flags});
  }
  return terms;
}

// The one term of an exact design whose accumulator joins: its leading bit says where.
inline std::vector<PlacedTerm> PlacedSumOf(const Design& design, const WideCodes& codes) {
  PlacedTerm sum;
  bool any_negative = false, all_negative = true;
  for (int group = 0; group < design.dot.groups(); ++group) {
    const Worth worth = WorthOfGroup(design, codes, group);
    sum.value += worth.value;
    sum.flags |= worth.flags;
    any_negative |= std::signbit(worth.value);
    all_negative &= std::signbit(worth.value);
  }
  const bool minus = design.rounding == Rounding::kTowardNegative ? any_negative : all_negative;
  if (sum.value == 0) sum.value = minus ? -0.0 : 0.0;
  if (sum.flags != 0) sum.value = 0;
  sum.exponent = sum.value == 0 ? 0 : std::ilogb(sum.value);
  return {sum};
}

}  // namespace macroscope
