#include "sim/stimulus/double_base_operands.h"

#include <cmath>
#include <cstdlib>

#include "models/common/word.h"
#include "models/formats/double_base_number.h"
#include "sim/stimulus/addend.h"
#include "sim/stimulus/fixed_word.h"

namespace macroscope {

Guess DoubleBaseValue(const Format& format, std::uint64_t code) {
  constexpr int kSignificandBits = 53;
  const DoubleBaseNumber number = DecodeDoubleBase(format, code);
  if (number.number_class != NumberClass::kNormal) return {};
  // By multiplication: the C library's powers differ from machine to machine.
  double power = 1;
  for (int i = 0; i < std::abs(number.three); ++i) power *= 3;
  if (number.three < 0) power = 1 / power;
  int exponent = 0;
  const double significand = std::ldexp(std::frexp(power, &exponent), kSignificandBits);
  return {number.negative ? -significand : significand, exponent - kSignificandBits + number.two};
}

DoubleBaseOperands::DoubleBaseOperands(const Design& design, int c_bits, std::uint64_t seed)
    : seed_(seed),
      a_(design.a),
      b_(design.b),
      word_bits_(design.accumulator.width_bits),
      c_bits_(c_bits),
      c_limbs_(static_cast<std::size_t>(LimbsFor(c_bits))),
      least_exponent_(ExactTerm(design).least_exponent),
      random_(seed),
      a_corners_(a_, Corners(a_)),
      b_corners_(b_, Corners(b_)) {}

std::vector<std::uint64_t> DoubleBaseOperands::Corners(const Format& format) {
  const DoubleBaseLayout& layout = format.double_base;
  std::vector<std::uint64_t> corners;
  for (const int two : {layout.least_two(), 0, layout.greatest_two()}) {
    for (const int three : {layout.least_three(), 0, layout.greatest_three()}) {
      AddWithNeighbours(layout.Field(two, three), corners);
    }
  }
  for (int bit = 0; bit < format.width_bits(); ++bit) {
    AddWithNeighbours(std::uint64_t{1} << bit, corners);
  }
  return corners;
}

std::string DoubleBaseOperands::extent() const { return "random, seed " + std::to_string(seed_); }

std::size_t DoubleBaseOperands::Fill(const OperandBuffers& out) {
  for (std::size_t i = 0; i < out.count; ++i) {
    out.a[i] = a_corners_.Draw(random_);
    out.b[i] = b_corners_.Draw(random_);
    DrawAddend(out, i);
  }
  return out.count;
}

void DoubleBaseOperands::Complete(const OperandBuffers& out) {
  for (std::size_t i = 0; i < out.count; ++i) DrawAddend(out, i);
}

void DoubleBaseOperands::DrawAddend(const OperandBuffers& out, std::size_t i) {
  out.r[i] = 0;
  const Limbs c = out.c.subspan(i * c_limbs_, c_limbs_);
  SetInteger(c, 0);
  AddProduct(c, least_exponent_, {DoubleBaseValue(a_, out.a[i]), DoubleBaseValue(b_, out.b[i])});
  DrawFixedAddend(random_, DrawRelation(random_), word_bits_, c_bits_, c);
}

}  // namespace macroscope
