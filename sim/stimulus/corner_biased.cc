#include "sim/stimulus/corner_biased.h"

#include <cmath>

#include "models/common/bits.h"
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
      is_fixed_(design.accumulator.is_fixed),
      word_bits_(is_fixed_ ? design.accumulator.width_bits : c_bits),
      c_bits_(c_bits),
      c_limbs_(static_cast<std::size_t>(LimbsFor(c_bits))),
      least_exponent_(ExactProduct(design.a, design.b).least_exponent),
      random_(seed),
      a_corners_(design.a),
      b_corners_(design.b),
      c_corners_(is_fixed_ ? design.a : design.accumulator.format),
      a_guess_(design.a),
      b_guess_(design.b),
      c_guess_(is_fixed_ ? design.a : design.accumulator.format) {}

std::string CornerBiased::extent() const { return "random, seed " + std::to_string(seed_); }

std::size_t CornerBiased::Fill(std::span<std::uint64_t> a, std::span<std::uint64_t> b,
                               std::span<std::uint64_t> c) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::uint64_t scenario = random_.Next() % kScenarios;
    a[i] = a_corners_.Draw(random_);
    if (is_fixed_) {
      b[i] = b_corners_.Draw(random_);
      DrawFixed(scenario, a[i], b[i], c.subspan(i * c_limbs_, c_limbs_));
    } else {
      b[i] = scenario == kLimit ? LimitB(a[i]) : b_corners_.Draw(random_);
      c[i] = DrawFloating(scenario, a[i], b[i]);
    }
  }
  return a.size();
}

void CornerBiased::FillC(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
                         std::span<std::uint64_t> c) {
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::uint64_t scenario = random_.Next() % kScenarios;
    if (is_fixed_) {
      DrawFixed(scenario, a[i], b[i], c.subspan(i * c_limbs_, c_limbs_));
    } else {
      c[i] = DrawFloating(scenario, a[i], b[i]);
    }
  }
}

std::uint64_t CornerBiased::DrawFloating(std::uint64_t scenario, std::uint64_t a, std::uint64_t b) {
  const std::uint64_t own = c_corners_.Draw(random_);
  if (scenario < kFirstCancellation || scenario == kLimit) return own;
  Guess near = Product(a_guess_.Value(a), b_guess_.Value(b));
  if (near.significand == 0) return own;
  const Format& format = c_guess_.format();
  if (scenario < kFirstAlignment) {
    near.significand = -near.significand;
    const auto steps = static_cast<std::uint64_t>(random_.Around(kMostSteps));
    return (c_guess_.Code(near) + steps) & format.code_mask();
  }
  const int product_bits =
      a_guess_.format().significand_bits() + b_guess_.format().significand_bits();
  near.exponent += static_cast<int>(random_.Around(product_bits + format.significand_bits() + 2));
  const std::uint64_t fraction_mask = (std::uint64_t{1} << format.fraction_bits) - 1;
  const std::uint64_t free_bits = fraction_mask | format.sign_mask();
  return (c_guess_.Code(near) & ~free_bits) | (own & free_bits);
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
