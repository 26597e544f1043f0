#include "sim/stimulus/block_operands.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>
#include <utility>

namespace macroscope {
namespace {

// What takes part in a sum reaches so far below its greatest term: the window, or all of a product
// and the carries of as many as there are lanes.
int SignificantBits(const Design& design) {
  const DotProduct& dot = design.dot;
  if (dot.window_bits > 0) return dot.window_bits;
  return design.a.significand_bits() + design.b.significand_bits() +
         std::bit_width(static_cast<unsigned>(dot.lanes));
}

const Format& ResultFormat(const Design& design) {
  return design.accumulator.is_fixed ? design.a : design.accumulator.format;
}

int ExponentOf(const Guess& value) { return std::ilogb(value.significand) + value.exponent; }

}  // namespace

BlockOperands::BlockOperands(const Design& design, int c_bits, std::uint64_t seed)
    : seed_(seed),
      lanes_(design.dot.lanes),
      is_fixed_(design.accumulator.is_fixed),
      word_bits_(is_fixed_ ? design.accumulator.width_bits : c_bits),
      c_bits_(c_bits),
      limbs_{static_cast<std::size_t>(LimbsFor(OperandABits(design))),
             static_cast<std::size_t>(LimbsFor(OperandBBits(design))),
             static_cast<std::size_t>(LimbsFor(c_bits))},
      least_exponent_(ExactDot(design).least_exponent),
      reach_((SignificantBits(design) + ResultFormat(design).significand_bits()) / 2 + 2),
      significant_bits_(SignificantBits(design)),
      random_(seed),
      a_(design.dot.a, design.a),
      b_(design.dot.b, design.b),
      a_codes_(design.dot.a),
      b_codes_(design.dot.b),
      c_corners_(ResultFormat(design)),
      c_guess_(ResultFormat(design)) {}

std::string BlockOperands::extent() const { return "random, seed " + std::to_string(seed_); }

std::size_t BlockOperands::Fill(const OperandBuffers& out) {
  for (std::size_t i = 0; i < out.count; ++i) {
    DrawLanes();
    Pack(a_.operand(), a_codes_, LimbsOf(out.a, limbs_.a, i));
    Pack(b_.operand(), b_codes_, LimbsOf(out.b, limbs_.b, i));
    DrawC(LimbsOf(out.c, limbs_.c, i));
    out.r[i] = 0;
  }
  return out.count;
}

void BlockOperands::Complete(const OperandBuffers& out) {
  for (std::size_t i = 0; i < out.count; ++i) {
    Unpack(a_.operand(), LimbsOf(out.a, limbs_.a, i), a_codes_);
    Unpack(b_.operand(), LimbsOf(out.b, limbs_.b, i), b_codes_);
    DrawC(LimbsOf(out.c, limbs_.c, i));
    out.r[i] = 0;
  }
}

void BlockOperands::DrawLanes() {
  const ElementPattern a_pattern = DrawElementPattern(random_);
  const ElementPattern own = DrawElementPattern(random_);
  // Both alike in half of the operations: sums of the greatest and of the least products.
  const ElementPattern b_pattern = OneOf(2) ? a_pattern : own;
  DrawElements(a_, a_pattern, reach_, random_, a_codes_);
  DrawElements(b_, b_pattern, reach_, random_, b_codes_);
  const bool cancels = OneOf(4);
  const bool equal = cancels && !OneOf(4);  // Else some pairs differ by their scales.
  for (const auto& [lanes, codes] : {std::pair(&a_, &a_codes_), std::pair(&b_, &b_codes_)}) {
    DrawMicroexponents(*lanes, equal, random_, *codes);
    const ScalePattern pattern = DrawScalePattern(random_);
    DrawScales(*lanes, equal ? ScalePattern::kEqual : pattern, reach_, random_, *codes);
  }
  if (cancels) CancelPairs();
  if (!is_fixed_ && !OneOf(4)) Reach();
  AddSpecials();
}

// Lanes in pairs whose numbers differ in one bit: neighbours, or lanes of groups far apart.
void BlockOperands::CancelPairs() {
  if (lanes_ == 1) return;
  const auto bits = static_cast<std::uint64_t>(std::bit_width(static_cast<unsigned>(lanes_ - 1)));
  const auto between = std::size_t{1} << random_.Below(bits);
  // A table need not have a value and its opposite.
  const bool negates_b = b_.elements().format().is_signed() && !b_.operand().is_looked_up();
  for (std::size_t lane = 0; lane < a_codes_.elements.size(); ++lane) {
    const std::size_t other = lane ^ between;
    if (other < lane || other >= a_codes_.elements.size()) continue;
    const std::uint64_t a = a_codes_.elements[lane], b = b_codes_.elements[lane];
    a_codes_.elements[other] = negates_b ? a : a_.elements().Negated(a);
    b_codes_.elements[other] = negates_b ? b_.elements().Negated(b) : b;
  }
  if (OneOf(2)) b_codes_.elements[AnyLane()] = b_.elements().Finite(random_);
}

// Moves all scales of one operand, or its elements if neither has scales, so that the sum comes
// near the ends of the accumulator's exponents, or anywhere.
void BlockOperands::Reach() {
  const Guess sum = GuessDot(pair());
  if (sum.significand == 0) return;
  const Format& format = c_guess_.format();
  const int greatest = ExponentOf(c_guess_.Value(format.max_finite()));
  const int least = format.min_quantum_exponent() + format.fraction_bits;
  int exponent = 0;
  switch (random_.Below(4)) {
    case 0:
      exponent = greatest + static_cast<int>(random_.Around(2));
      break;
    case 1:
      exponent = least + static_cast<int>(random_.Around(format.significand_bits() + 1));
      break;
    default:
      exponent = least + static_cast<int>(random_.Below(
                             static_cast<std::uint64_t>(std::max(greatest - least, 0) + 1)));
  }
  const int steps = exponent - ExponentOf(sum);
  const bool moves_b = b_.operand().is_block() || !a_.operand().is_block();
  const LaneValues& lanes = moves_b ? b_ : a_;
  LaneCodes& codes = moves_b ? b_codes_ : a_codes_;
  for (std::uint64_t& scale : codes.scales) scale = lanes.scales().Shifted(scale, steps, 0);
  if (!codes.scales.empty()) return;
  for (std::uint64_t& code : codes.elements) code = lanes.elements().Shifted(code, steps);
}

void BlockOperands::AddSpecials() {
  constexpr std::uint64_t kRareElements = 16, kRareScales = 64;
  for (const auto& [lanes, codes, other, other_codes] :
       {std::tuple(&a_, &a_codes_, &b_, &b_codes_), std::tuple(&b_, &b_codes_, &a_, &a_codes_)}) {
    if (lanes->elements().has_special() && OneOf(kRareElements)) {
      // Two of them may be infinities that meet; and an infinity may meet a zero.
      for (std::uint64_t left = 1 + random_.Below(2); left > 0; --left) {
        const std::uint64_t lane = AnyLane();
        codes->elements[lane] = lanes->elements().Special(random_);
        if (OneOf(4)) other_codes->elements[lane] = other->elements().Zero(random_);
      }
    }
    if (lanes->operand().is_block() && lanes->scales().has_nan() && OneOf(kRareScales)) {
      codes->scales[random_.Below(codes->scales.size())] = lanes->scales().Nan(random_);
    }
  }
}

void BlockOperands::DrawC(Limbs c) {
  const Relation relation = DrawRelation(random_);
  if (is_fixed_) {
    SetInteger(c, 0);
    AddDot(c, least_exponent_, pair());
    DrawFixedAddend(random_, relation, word_bits_, c_bits_, c);
  } else {
    c[0] = DrawAddend(random_, relation, GuessDot(pair()), significant_bits_, c_corners_, c_guess_);
  }
}

}  // namespace macroscope
