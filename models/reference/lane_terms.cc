#include "models/reference/lane_terms.h"

#include "models/reference/codebook_quantize.h"

namespace macroscope {
namespace {

using Limbs = std::span<const std::uint64_t>;

// The `width_bits`, at most 64, from bit `position` upwards.
std::uint64_t Field(Limbs word, int position, int width_bits) {
  const int offset = position % 64;
  std::uint64_t field = word[position / 64] >> offset;
  if (offset + width_bits > 64) field |= word[position / 64 + 1] << (64 - offset);
  return width_bits < 64 ? field & ((std::uint64_t{1} << width_bits) - 1) : field;
}

// Of the format of the operand's values.
std::uint64_t ElementCode(const LaneOperand& operand, const std::vector<std::uint64_t>& values,
                          Limbs word, int lane) {
  const std::uint64_t code =
      Field(word, operand.element_position(lane), operand.block.element.width_bits());
  return values.empty() ? code : values[code];
}

std::vector<std::uint64_t> ValuesOf(const LaneOperand& operand, const Format& values) {
  if (!operand.is_looked_up()) return {};
  return LookedUpCodes(operand.block.element, values);
}

// What multiplies a lane beside its element: significand * 2^exponent, or NaN.
struct Factor {
  bool nan = false;
  std::uint64_t significand = 1;
  int exponent = 0;
  int alignment_exponent = 0;
};

Factor ScaleOf(const LaneOperand& operand, Limbs word, int lane) {
  if (!operand.is_block()) return {};
  const Format& format = operand.block.scale;
  const int index = lane / operand.scaled_lanes();
  const std::uint64_t code = Field(word, operand.scale_position(index), operand.scale_bits());
  const Decoded scale = Decode(format, code);
  if (operand.block.scale_is_exponent) {
    const auto magnitude = static_cast<int>(scale.significand);
    const int exponent = scale.negative ? -magnitude : magnitude;
    return {.exponent = exponent, .alignment_exponent = exponent};
  }
  // Nothing is left of a block whose scale, the greatest of its magnitudes, is infinite.
  return {!scale.is_finite(), scale.significand, scale.exponent, AlignmentExponent(format, code)};
}

int MicroexponentOf(const LaneOperand& operand, Limbs word, int lane) {
  if (operand.micro_bits() == 0) return 0;
  const int index = lane / operand.micro_lanes();
  return static_cast<int>(Field(word, operand.micro_position(index), operand.micro_bits()));
}

// What neither NaN nor infinity stands in the way of: a scale keeps the sign, of zeros too.
void Apply(const Factor& factor, Term& product) {
  if (factor.nan || product.number_class == NumberClass::kNan) {
    product.number_class = NumberClass::kNan;
  } else if (product.number_class == NumberClass::kInfinity) {
    if (factor.significand == 0) product.number_class = NumberClass::kNan;
  } else {
    mpz_mul_ui(product.value, product.value, factor.significand);
    product.exponent += factor.exponent;
    if (product.value.sign() == 0) product.number_class = NumberClass::kZero;
  }
}

}  // namespace

int AlignmentExponent(const Format& format, std::uint64_t code) {
  return format.is_integer() ? 0 : Decode(format, code).exponent + format.fraction_bits;
}

LaneTerms::LaneTerms(const Design& design, bool sums_groups)
    : design_(design),
      a_values_(ValuesOf(design.dot.a, design.a)),
      b_values_(ValuesOf(design.dot.b, design.b)),
      sums_groups_(sums_groups),
      lanes_a_term_(sums_groups ? design.dot.group_lanes() : 1),
      flushes_inputs_(FlushesInputs(design)),
      minus_zero_(design.rounding == Rounding::kTowardNegative),
      terms_(static_cast<std::size_t>(design.dot.lanes / lanes_a_term_)) {}

int LaneTerms::LoadProduct(Limbs a, Limbs b, int lane, Term& product) {
  const DotProduct& dot = design_.dot;
  const std::uint64_t a_code = ElementCode(dot.a, a_values_, a, lane);
  const std::uint64_t b_code = ElementCode(dot.b, b_values_, b, lane);
  Multiply(design_.a, a_code, design_.b, b_code, flushes_inputs_, product);
  const int below = MicroexponentOf(dot.a, a, lane) + MicroexponentOf(dot.b, b, lane);
  product.exponent -= below;
  return AlignmentExponent(design_.a, a_code) + AlignmentExponent(design_.b, b_code) - below;
}

int LaneTerms::ApplyScales(Limbs a, Limbs b, int lane, Term& number) {
  int alignment = 0;
  for (const Factor& scale : {ScaleOf(design_.dot.a, a, lane), ScaleOf(design_.dot.b, b, lane)}) {
    Apply(scale, number);
    alignment += scale.alignment_exponent;
  }
  return alignment;
}

std::span<LaneTerm> LaneTerms::Load(Limbs a, Limbs b) {
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    LaneTerm& term = terms_[i];
    const int first = static_cast<int>(i) * lanes_a_term_;
    term.alignment_exponent = LoadProduct(a, b, first, term.number);
    for (int lane = first + 1; lane < first + lanes_a_term_; ++lane) {
      LoadProduct(a, b, lane, product_);
      Add(term.number, product_, minus_zero_);
    }
    const int of_scales = ApplyScales(a, b, first, term.number);
    term.alignment_exponent = sums_groups_ ? of_scales : term.alignment_exponent + of_scales;
  }
  return terms_;
}

}  // namespace macroscope
