#include "sim/stimulus/corner_biased.h"

#include <cmath>

#include "sim/stimulus/fixed_word.h"

namespace macroscope {
namespace {

// The format whose limits operands lie at: the result's, if its codes are numbers that can be read.
const Format& Target(const Design& design) {
  const Accumulator& accumulator = design.accumulator;
  return accumulator.is_fixed || accumulator.format.holds_logarithms() ? design.a
                                                                       : accumulator.format;
}

}  // namespace

CornerBiased::CornerBiased(const Design& design, int c_bits, std::uint64_t seed)
    : seed_(seed),
      unit_(design.unit),
      has_b_(HasB(design)),
      has_c_(HasC(design)),
      rounding_(design),
      is_fixed_(design.accumulator.is_fixed),
      word_bits_(is_fixed_ ? design.accumulator.width_bits : c_bits),
      c_bits_(c_bits),
      c_limbs_(static_cast<std::size_t>(LimbsFor(c_bits))),
      least_exponent_(has_c_ ? ExactProduct(design.a, design.b).least_exponent : 0),
      random_(seed),
      a_corners_(design.a),
      b_corners_(has_b_ ? design.b : design.a),
      c_corners_(Target(design)),
      a_guess_(design.a),
      b_guess_(has_b_ ? design.b : design.a),
      c_guess_(Target(design)) {}

std::string CornerBiased::extent() const { return "random, seed " + std::to_string(seed_); }

std::size_t CornerBiased::Fill(const OperandBuffers& out) {
  for (std::size_t i = 0; i < out.count; ++i) {
    const Relation relation = DrawRelation(random_);
    DrawPair(relation, out.a[i], out.b[i]);
    DrawC(relation, out, i);
    out.r[i] = rounding_.Draw(random_);
  }
  return out.count;
}

void CornerBiased::Complete(const OperandBuffers& out) {
  for (std::size_t i = 0; i < out.count; ++i) {
    DrawC(DrawRelation(random_), out, i);
    out.r[i] = rounding_.Draw(random_);
  }
}

void CornerBiased::DrawPair(Relation relation, std::uint64_t& a, std::uint64_t& b) {
  if (unit_ == UnitKind::kConvert) {
    a = DrawSource(relation);
    b = has_b_ ? b_corners_.Draw(random_) : 0;
    return;
  }
  a = a_corners_.Draw(random_);
  if (unit_ == UnitKind::kFpAdd || unit_ == UnitKind::kPositAdd) {
    b = DrawAddend(random_, relation, a_guess_.Value(a), a_guess_.format().significand_bits(),
                   b_corners_, b_guess_);
  } else if (!is_fixed_ && relation == Relation::kLimit) {
    b = LimitB(a);
  } else {
    b = b_corners_.Draw(random_);
  }
}

void CornerBiased::DrawC(Relation relation, const OperandBuffers& out, std::size_t i) {
  const std::uint64_t a = out.a[i], b = out.b[i];
  if (!has_c_) {
    for (std::uint64_t& limb : out.c.subspan(i * c_limbs_, c_limbs_)) limb = 0;
  } else if (is_fixed_) {
    const Limbs c = out.c.subspan(i * c_limbs_, c_limbs_);
    SetInteger(c, 0);
    AddProduct(c, least_exponent_, {a_guess_.Value(a), b_guess_.Value(b)});
    DrawFixedAddend(random_, relation, word_bits_, c_bits_, c);
  } else {
    const int product_bits =
        a_guess_.format().significand_bits() + b_guess_.format().significand_bits();
    out.c[i] = DrawAddend(random_, relation, Product(a_guess_.Value(a), b_guess_.Value(b)),
                          product_bits, c_corners_, c_guess_);
  }
}

std::uint64_t CornerBiased::DrawSource(Relation relation) {
  const std::uint64_t own = a_corners_.Draw(random_);
  if (relation == Relation::kNone) return own;
  const Guess low = c_guess_.Value(c_corners_.Draw(random_));
  if (low.significand == 0) return own;
  // A number of the target, or half a unit in its last place further, and a few steps from there.
  Guess near = low;
  if (relation != Relation::kCancellation) near.significand += std::copysign(0.5, near.significand);
  const auto steps = static_cast<std::uint64_t>(random_.Around(1));
  return (a_guess_.Code(near) + steps) & a_guess_.format().code_mask();
}

std::uint64_t CornerBiased::LimitB(std::uint64_t a) {
  const Guess value = a_guess_.Value(a);
  if (value.significand == 0) return b_corners_.Draw(random_);
  const Format& format = c_guess_.format();
  // The greatest number; the least normal; and what rounds to zero or the least subnormal.
  const std::uint64_t limits[] = {format.max_finite(), std::uint64_t{1} << format.fraction_bits, 1};
  const std::uint64_t word = random_.Next();
  const Guess limit = c_guess_.Value(limits[(word >> 32) % 3]);
  const double sign = (word & 1) != 0 ? -1.0 : 1.0;
  const double about = 0.25 + static_cast<double>(word >> 40) / (1 << 23);  // 0.25 to 2.25
  const std::uint64_t code = b_guess_.Code(
      {sign * about * limit.significand / value.significand, limit.exponent - value.exponent});
  return (code + static_cast<std::uint64_t>(random_.Around(1))) & b_guess_.format().code_mask();
}

}  // namespace macroscope
