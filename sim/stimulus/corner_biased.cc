#include "sim/stimulus/corner_biased.h"

#include <cmath>

#include "sim/stimulus/fixed_word.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kScenarios = 8;  // 0 to 3: c on its own.
constexpr std::uint64_t kFirstCancellation = 4, kFirstAlignment = 6, kLimit = 7;
constexpr std::int64_t kMostSteps = 3;

Guess Product(const Guess& x, const Guess& y) {
  return {x.significand * y.significand, x.exponent + y.exponent};
}

unsigned __int128 MagnitudeProduct(const Guess& x, const Guess& y) {
  return static_cast<unsigned __int128>(std::fabs(x.significand)) *
         static_cast<std::uint64_t>(std::fabs(y.significand));
}

}  // namespace

CornerBiased::CornerBiased(const Design& design, int c_bits, std::uint64_t seed)
    : seed_(seed),
      unit_(design.unit),
      has_b_(HasB(design)),
      has_c_(HasC(design)),
      rounding_(design.rounding),
      random_bits_(design.random_bits),
      is_fixed_(design.accumulator.is_fixed),
      word_bits_(is_fixed_ ? design.accumulator.width_bits : c_bits),
      c_bits_(c_bits),
      c_limbs_(static_cast<std::size_t>(LimbsFor(c_bits))),
      least_exponent_(has_c_ ? ExactProduct(design.a, design.b).least_exponent : 0),
      random_(seed),
      a_corners_(design.a),
      b_corners_(has_b_ ? design.b : design.a),
      c_corners_(is_fixed_ ? design.a : design.accumulator.format),
      a_guess_(design.a),
      b_guess_(has_b_ ? design.b : design.a),
      c_guess_(is_fixed_ ? design.a : design.accumulator.format) {}

std::string CornerBiased::extent() const { return "random, seed " + std::to_string(seed_); }

std::size_t CornerBiased::Fill(const OperandBuffers& out) {
  for (std::size_t i = 0; i < out.count; ++i) {
    const std::uint64_t scenario = random_.Next() % kScenarios;
    DrawPair(scenario, out.a[i], out.b[i]);
    DrawC(scenario, out, i);
    out.r[i] = DrawR();
  }
  return out.count;
}

void CornerBiased::Complete(const OperandBuffers& out) {
  for (std::size_t i = 0; i < out.count; ++i) {
    DrawC(random_.Next() % kScenarios, out, i);
    out.r[i] = DrawR();
  }
}

void CornerBiased::DrawPair(std::uint64_t scenario, std::uint64_t& a, std::uint64_t& b) {
  if (unit_ == UnitKind::kConvert) {
    a = DrawSource(scenario);
    b = has_b_ ? b_corners_.Draw(random_) : 0;
    return;
  }
  a = a_corners_.Draw(random_);
  if (unit_ == UnitKind::kFpAdd) {
    b = DrawAddend(scenario, a_guess_.Value(a), a_guess_.format().significand_bits(), b_corners_,
                   b_guess_);
  } else if (!is_fixed_ && scenario == kLimit) {
    b = LimitB(a);
  } else {
    b = b_corners_.Draw(random_);
  }
}

void CornerBiased::DrawC(std::uint64_t scenario, const OperandBuffers& out, std::size_t i) {
  const std::uint64_t a = out.a[i], b = out.b[i];
  if (!has_c_) {
    for (std::uint64_t& limb : out.c.subspan(i * c_limbs_, c_limbs_)) limb = 0;
  } else if (is_fixed_) {
    DrawFixed(scenario, a, b, out.c.subspan(i * c_limbs_, c_limbs_));
  } else {
    const int product_bits =
        a_guess_.format().significand_bits() + b_guess_.format().significand_bits();
    out.c[i] = DrawAddend(scenario, Product(a_guess_.Value(a), b_guess_.Value(b)), product_bits,
                          c_corners_, c_guess_);
  }
}

std::uint64_t CornerBiased::DrawR() {
  if (rounding_ == Rounding::kPort) return random_.Below(kPortModes);
  if (random_bits_ == 0) return 0;
  // None, all, or any of them.
  const std::uint64_t mask = (std::uint64_t{1} << random_bits_) - 1;
  const std::uint64_t word = random_.Next();
  const std::uint64_t kind = word >> 61;
  return kind == 0 ? 0 : kind == 1 ? mask : word & mask;
}

std::uint64_t CornerBiased::DrawAddend(std::uint64_t scenario, Guess near, int near_bits,
                                       const CornerCodes& corners, const Guesser& guess) {
  const std::uint64_t own = corners.Draw(random_);
  if (scenario < kFirstCancellation || scenario == kLimit) return own;
  if (near.significand == 0) return own;
  const Format& format = guess.format();
  if (scenario < kFirstAlignment) {
    near.significand = -near.significand;
    const auto steps = static_cast<std::uint64_t>(random_.Around(kMostSteps));
    return (guess.Code(near) + steps) & format.code_mask();
  }
  near.exponent += static_cast<int>(random_.Around(near_bits + format.significand_bits() + 2));
  const std::uint64_t fraction_mask = (std::uint64_t{1} << format.fraction_bits) - 1;
  const std::uint64_t free_bits = fraction_mask | format.sign_mask();
  return (guess.Code(near) & ~free_bits) | (own & free_bits);
}

std::uint64_t CornerBiased::DrawSource(std::uint64_t scenario) {
  const std::uint64_t own = a_corners_.Draw(random_);
  if (scenario < kFirstCancellation) return own;
  const Guess low = c_guess_.Value(c_corners_.Draw(random_));
  if (low.significand == 0) return own;
  // A number of the target, or half a unit in its last place further, and a few steps from there.
  Guess near = low;
  if (scenario >= kFirstAlignment) near.significand += std::copysign(0.5, near.significand);
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

void CornerBiased::DrawFixed(std::uint64_t scenario, std::uint64_t a, std::uint64_t b,
                             std::span<std::uint64_t> c) {
  if (scenario < kFirstCancellation) {
    DrawFixedCorner(random_, word_bits_, c);
  } else {
    const Guess x = a_guess_.Value(a);
    const Guess y = b_guess_.Value(b);
    SetInteger(c, 0);
    const double sign = x.significand * y.significand;
    if (sign != 0) AddShifted(c, MagnitudeProduct(x, y), x.exponent + y.exponent - least_exponent_);
    if (sign > 0) Negate(c);
    if (scenario >= kFirstAlignment) AddShifted(c, 1, word_bits_ - 1);  // a*b + c is an end.
    AddInteger(c, random_.Around(kMostSteps));
  }
  ZeroExtend(c, word_bits_);
  // Flags are sticky: a word that carries them hides whatever the sum does, so they are rare.
  if (c_bits_ > word_bits_ && random_.Next() >> 58 == 0) {
    AddShifted(c, random_.Next(), word_bits_);
    ZeroExtend(c, c_bits_);
  }
}

}  // namespace macroscope
