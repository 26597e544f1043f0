// What block_dot's operands and terms are worth, as doubles and integers of the host: tests
// of laws judge by these alone. For formats whose products doubles hold exactly.
#pragma once

#include <cmath>
#include <sstream>
#include <string>
#include <vector>

#include "models/block_dot/block_dot_laws.h"
#include "models/formats/decode.h"
#include "tests/block_dot/block_dot_designs.h"
#include "tests/common/to_double.h"

namespace macroscope {

// "operands=mxfp4 lanes=4 accumulator=fp16"
inline Design DotDesign(const std::string& text) {
  std::istringstream words(text);
  std::vector<std::string> arguments;
  for (std::string word; words >> word;) arguments.push_back(word);
  return BlockDotDesign(arguments);
}

// Zeros of both signs differ, NaNs do not.
inline bool Same(double x, double y) {
  if (std::isnan(x) || std::isnan(y)) return std::isnan(x) && std::isnan(y);
  return x == y && std::signbit(x) == std::signbit(y);
}

// A lane's element, without its microexponent, and that; and its scale, 1 where there is none.
inline double ElementOf(const LaneOperand& operand, const Bits& word, int lane) {
  const Format& format = operand.block.element;
  return ToDouble(format, word.Extract(operand.element_position(lane), format.width_bits()));
}
// A number below the least normal one of a format as a zero of its sign.
inline double FlushedTo(const Format& format, double value) {
  const bool below = format.is_floating() && std::fabs(value) < std::ldexp(1.0, 1 - format.bias);
  return below ? std::copysign(0.0, value) : value;
}
// With the design's treatment of subnormals.
inline double ElementOf(const Design& design, const LaneOperand& operand, const Bits& word,
                        int lane) {
  const double value = ElementOf(operand, word, lane);
  return FlushesInputs(design) ? FlushedTo(operand.block.element, value) : value;
}
inline int MicroOf(const LaneOperand& operand, const Bits& word, int lane) {
  if (operand.microexponents() == 0) return 0;
  const int position = operand.micro_position(lane / operand.micro_lanes());
  return static_cast<int>(word.Extract(position, operand.micro_bits()));
}
inline double ScaleOf(const LaneOperand& operand, const Bits& word, int lane) {
  if (!operand.is_block()) return 1;
  const int position = operand.scale_position(lane / operand.scaled_lanes());
  const double value = ToDouble(operand.block.scale, word.Extract(position, operand.scale_bits()));
  return operand.block.scale_is_exponent ? std::exp2(value) : std::fabs(value);
}

// The same of both operands: of elements alone, of both microexponents, of both scales.
inline double ProductOf(const DotProduct& dot, const WideCodes& codes, int lane) {
  return ElementOf(dot.a, codes.a, lane) * ElementOf(dot.b, codes.b, lane);
}
// With the design's treatment of subnormals.
inline double ProductOf(const Design& design, const WideCodes& codes, int lane) {
  return ElementOf(design, design.dot.a, codes.a, lane) *
         ElementOf(design, design.dot.b, codes.b, lane);
}
inline int MicroOf(const DotProduct& dot, const WideCodes& codes, int lane) {
  return MicroOf(dot.a, codes.a, lane) + MicroOf(dot.b, codes.b, lane);
}
inline double ScaleOf(const DotProduct& dot, const WideCodes& codes, int lane) {
  return ScaleOf(dot.a, codes.a, lane) * ScaleOf(dot.b, codes.b, lane);
}

// Bit 0 NaN, 1 +infinity, 2 -infinity.
inline std::uint64_t FlagOf(double value) {
  return std::isnan(value) ? 1 : std::isinf(value) ? (value > 0 ? 2 : 4) : 0;
}

// A group's products with their microexponents: the finite ones in units of 2^least, the others as
// flags, and the sign of a sum of zero.
struct GroupTotal {
  int least = 0;
  __int128 sum = 0;
  bool zero_sign = false;
  std::uint64_t flags = 0;
};
inline GroupTotal TotalOf(const Design& design, const WideCodes& codes, int group) {
  const DotProduct& dot = design.dot;
  const int micro = (1 << dot.a.micro_bits()) + (1 << dot.b.micro_bits()) - 2;
  GroupTotal total;
  total.least = design.a.min_quantum_exponent() + design.b.min_quantum_exponent() - micro;
  bool any_negative = false, all_negative = true;
  for (int i = group * dot.group_lanes(); i < (group + 1) * dot.group_lanes(); ++i) {
    const double product = ProductOf(dot, codes, i);
    total.flags |= FlagOf(product);
    any_negative |= std::signbit(product);
    all_negative &= std::signbit(product);
    if (!std::isfinite(product)) continue;
    total.sum += static_cast<__int128>(std::ldexp(product, -MicroOf(dot, codes, i) - total.least));
  }
  total.zero_sign = design.rounding == Rounding::kTowardNegative ? any_negative : all_negative;
  return total;
}

// What scales make of a number and of its flags.
struct Worth {
  double value = 0;  // 0 where a scale is NaN.
  std::uint64_t flags = 0;
};
inline Worth ScaledBy(double scale, double value, std::uint64_t flags) {
  if (std::isnan(scale)) return {0, 1};
  return {value * scale, scale == 0 && flags != 0 ? 1 : flags};
}
// A lane's product, and a group's sum, with everything.
inline Worth WorthOfLane(const Design& design, const WideCodes& codes, int lane) {
  const double product = ProductOf(design.dot, codes, lane);
  const double finite = std::isfinite(product) ? product : 0;
  return ScaledBy(ScaleOf(design.dot, codes, lane),
                  std::ldexp(finite, -MicroOf(design.dot, codes, lane)), FlagOf(product));
}
inline Worth WorthOfGroup(const Design& design, const WideCodes& codes, int group) {
  const GroupTotal total = TotalOf(design, codes, group);
  double sum = std::ldexp(static_cast<double>(total.sum), total.least);
  if (sum == 0 && total.zero_sign) sum = -0.0;
  return ScaledBy(ScaleOf(design.dot, codes, group * design.dot.group_lanes()), sum, total.flags);
}

// Two's complement of `bits` bits.
template <typename Word>
__int128 Extended(const Word& word, int bits) {
  const auto value = static_cast<__int128>(word);
  return (value >> (bits - 1) & 1) != 0 ? value - (static_cast<__int128>(1) << bits) : value;
}

// A term, by what its shape says that it means; flags not looked at.
template <typename Word>
double ToDouble(const TermShape& shape, const DotTerm<Word>& term) {
  const auto integer = shape.is_signed ? Extended(term.magnitude, shape.magnitude_bits)
                                       : static_cast<__int128>(term.magnitude);
  const double value = std::ldexp(static_cast<double>(integer), term.exponent + shape.lsb_exponent);
  return term.sign ? -value : value;
}

// Terms as they come to `align`, `tree` or the fixed-point adder.
template <typename Word>
LaneVector<DotTerm<Word>> LastTerms(const BlockDotLaws<Word>& laws, const WideCodes& codes) {
  const BlockDotShape& s = laws.shape;
  const WideCodes looked_up = s.looks_up ? laws.lookup(codes).codes : codes;
  const auto products = laws.multiply(laws.unpack(looked_up));
  LaneVector<DotTerm<Word>> terms = products.terms;
  if (s.has_scale) {
    const auto scaled = s.sums_groups ? laws.scale(laws.reduce(products)) : laws.scale(products);
    terms = s.gathers ? laws.gather(scaled).terms : scaled.terms;
  } else if (s.sums_groups) {
    terms = laws.reduce(products).terms;
  }
  return s.levels ? laws.level(terms.front()).terms : terms;
}

}  // namespace macroscope
