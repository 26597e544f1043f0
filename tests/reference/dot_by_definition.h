// What block_dot computes, as naively as it can be said: doubles, which hold every term and every
// sum of the small formats that this is for, and a list of all numbers to round into
// (by_definition.h). Shares nothing with the reference but Decode. Just too long for one file, but
// one definition.
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "models/common/bits.h"
#include "models/design/design.h"
#include "models/formats/decode.h"
#include "tests/reference/by_definition.h"

namespace macroscope {

class DotByDefinition {
 public:
  explicit DotByDefinition(const Design& design) : design_(design) {
    if (!design.accumulator.is_fixed) rounder_.emplace(design);
  }

  // Of a floating accumulator. Nothing where a sum does not fit a double.
  std::optional<std::uint64_t> Operate(const Bits& a, const Bits& b, std::uint64_t c) const {
    try {
      return Code(a, b, c);
    } catch (const TooLong&) {
      return std::nullopt;
    }
  }

  // The exact sum of the finite products of one operation, in units of 2^least, and the flags of
  // the others.
  struct Total {
    __int128 sum = 0;
    bool nan = false, positive_infinity = false, negative_infinity = false;
  };
  Total SumOfProducts(const Bits& a, const Bits& b, int least) const {
    Total total;
    for (int lane = 0; lane < design_.dot.lanes; ++lane) {
      const double product = Scaled(Product(a, b, lane), a, b, lane).value;
      if (std::isfinite(product)) {
        total.sum += static_cast<__int128>(std::ldexp(product, -least));
      } else {
        (std::isnan(product) ? total.nan
         : product > 0       ? total.positive_infinity
                             : total.negative_infinity) = true;
      }
    }
    return total;
  }

 private:
  struct TooLong {};
  // A number, and the exponent that it is aligned by.
  struct TermAt {
    double value;
    int exponent;
  };

  std::uint64_t Code(const Bits& a, const Bits& b, std::uint64_t c) const {
    const DotProduct& dot = design_.dot;
    const bool joined = dot.join == Join::kJoined;
    const double addend = Value(design_.accumulator.format, c);
    std::vector<TermAt> terms = Terms(a, b);
    std::uint64_t sum = 0;
    if (dot.reduction == Reduction::kTree) {
      std::vector<std::uint64_t> codes;
      for (const TermAt& term : terms) codes.push_back(Round(term.value));
      sum = Tree(codes);
    } else {
      if (joined) terms.push_back({addend, Exponent(design_.accumulator.format, addend)});
      sum = Round(dot.reduction == Reduction::kExact ? Sum(terms) : AlignedSum(terms));
    }
    return joined ? sum : Round(Sum({{addend, 0}, {Result(sum), 0}}));
  }

  static double Value(const Format& format, std::uint64_t code) {
    const Decoded number = Decode(format, code);
    if (number.number_class == NumberClass::kNan) return std::numeric_limits<double>::quiet_NaN();
    const double magnitude =
        number.number_class == NumberClass::kInfinity
            ? std::numeric_limits<double>::infinity()
            : std::ldexp(static_cast<double>(number.significand), number.exponent);
    return number.negative ? -magnitude : magnitude;
  }
  double Result(std::uint64_t code) const { return Value(design_.accumulator.format, code); }

  // Of its leading bit, but at least that of the least normal number.
  static int Exponent(const Format& format, double value) {
    if (format.is_integer() || !std::isfinite(value)) return 0;
    const int least = 1 - format.bias;
    if (value == 0) return least;
    return format.has_subnormals ? std::max(std::ilogb(value), least) : std::ilogb(value);
  }

  static TermAt Scale(const LaneOperand& operand, const Bits& word, int lane) {
    if (!operand.is_block()) return {1, 0};
    const BlockFormat& block = operand.block;
    const int place = operand.scale_position(lane / operand.scaled_lanes());
    const double value = Value(block.scale, word.Extract(place, operand.scale_bits()));
    if (block.scale_is_exponent) return {std::exp2(value), static_cast<int>(value)};
    return {std::fabs(value), Exponent(block.scale, value)};
  }

  static TermAt Element(const LaneOperand& operand, const Bits& word, int lane) {
    const Format& format = operand.block.element;
    const double value =
        Value(format, word.Extract(operand.element_position(lane), format.width_bits()));
    int micro = 0;
    if (operand.microexponents() > 0) {
      const int place = operand.micro_position(lane / operand.micro_lanes());
      micro = static_cast<int>(word.Extract(place, operand.micro_bits()));
    }
    return {std::ldexp(value, -micro), Exponent(format, value) - micro};
  }

  TermAt Product(const Bits& a, const Bits& b, int lane) const {
    const TermAt x = Element(design_.dot.a, a, lane), y = Element(design_.dot.b, b, lane);
    return {x.value * y.value, x.exponent + y.exponent};
  }

  // With the scales of a lane, of which a zero keeps the sign.
  TermAt Scaled(TermAt term, const Bits& a, const Bits& b, int lane) const {
    for (const TermAt& scale : {Scale(design_.dot.a, a, lane), Scale(design_.dot.b, b, lane)}) {
      term.value *= scale.value;
      term.exponent += scale.exponent;
    }
    return term;
  }

  std::vector<TermAt> Terms(const Bits& a, const Bits& b) const {
    const DotProduct& dot = design_.dot;
    const bool of_products = dot.terms == macroscope::Terms::kProducts;
    const int lanes_a_term = of_products ? 1 : dot.group_lanes();
    std::vector<TermAt> terms;
    for (int first = 0; first < dot.lanes; first += lanes_a_term) {
      std::vector<TermAt> products;
      for (int i = 0; i < lanes_a_term; ++i) products.push_back(Product(a, b, first + i));
      const TermAt sum = of_products ? products.front() : TermAt{Sum(products), 0};
      terms.push_back(Scaled(sum, a, b, first));
    }
    return terms;
  }

  // x + y where a double holds it: nothing is left over (Knuth's two-sum).
  static double Added(double x, double y) {
    const double sum = x + y;
    const double y_in_sum = sum - x;
    const double left = (x - (sum - y_in_sum)) + (y - y_in_sum);
    if (std::isfinite(sum) && left != 0) throw TooLong();
    return sum;
  }

  // A sum of zero has the sign of its terms; where they differ, the direction's.
  double Sum(const std::vector<TermAt>& terms) const {
    double sum = 0;
    bool any_negative = false, all_negative = true;
    for (const TermAt& term : terms) {
      sum = Added(sum, term.value);
      any_negative |= std::signbit(term.value);
      all_negative &= std::signbit(term.value);
    }
    if (sum != 0) return sum;
    return (design_.rounding == Rounding::kTowardNegative ? any_negative : all_negative) ? -0.0
                                                                                         : 0.0;
  }

  double AlignedSum(std::vector<TermAt> terms) const {
    const DotProduct& dot = design_.dot;
    int greatest = 1 - design_.accumulator.format.bias;
    for (const TermAt& term : terms) {
      if (term.value != 0) greatest = std::max(greatest, term.exponent);
    }
    const int shift = dot.window_bits - greatest;
    const bool sticky = dot.alignment == Alignment::kSticky;
    for (TermAt& term : terms) {
      if (!std::isfinite(term.value)) continue;
      const double scaled = std::ldexp(term.value, shift);
      double cut = std::trunc(scaled);  // -0 of what is negative.
      if (sticky && cut != scaled) cut += std::copysign(0.5, scaled);
      term.value = cut;
    }
    return std::ldexp(Sum(terms), -shift);
  }

  std::uint64_t Tree(std::vector<std::uint64_t> codes) const {
    if (codes.size() == 1) return codes[0];
    std::vector<std::uint64_t> half;
    for (std::size_t i = 0; i + 1 < codes.size(); i += 2) {
      half.push_back(Round(Sum({{Result(codes[i]), 0}, {Result(codes[i + 1]), 0}})));
    }
    if (codes.size() % 2 != 0) half.push_back(codes.back());
    return Tree(half);
  }

  std::uint64_t Round(double value) const {
    if (std::isnan(value)) return rounder_->Nan(false).code;
    if (std::isinf(value)) return rounder_->Infinity(value < 0, /*clamps=*/false).code;
    if (value == 0) return rounder_->Zero(std::signbit(value), 0).code;
    return rounder_->Round(value, {design_.rounding}).code;
  }

  Design design_;
  std::optional<ByDefinition> rounder_;
};

}  // namespace macroscope
