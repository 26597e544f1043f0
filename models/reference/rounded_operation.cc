#include "models/reference/rounded_operation.h"

#include <stdexcept>
#include <string>

namespace macroscope {

RoundedOperation::RoundedOperation(const Design& design)
    : design_(design), flushes_inputs_(FlushesInputs(design)) {
  fixed_choice_ = {.rounding = design.rounding,
                   .overflow = design.overflow,
                   .random_bits = design.random_bits,
                   .tiny_before_rounding = design.tininess == Tininess::kBeforeRounding,
                   .flush = FlushesOutputs(design)};
  if (OtherConversion::Has(design)) other_.emplace(design);
}

RoundingChoice RoundedOperation::Choice(std::uint64_t r) const {
  RoundingChoice choice = fixed_choice_;
  if (design_.rounding == Rounding::kStochastic) choice.random = r;
  if (design_.rounding == Rounding::kPort) {
    if (r >= kPortModes) {
      throw std::invalid_argument("rounding mode " + std::to_string(r) + "; there are 0 to " +
                                  std::to_string(kPortModes - 1));
    }
    choice.rounding = static_cast<Rounding>(r);
  }
  return choice;
}

Quantized RoundedOperation::Round(const RoundingChoice& choice) {
  const bool clamps = design_.unit == UnitKind::kConvert;
  return RoundTerm(exact_, design_.accumulator.format, choice, clamps, scratch_);
}

Quantized RoundedOperation::Operate(std::uint64_t a, std::uint64_t b, std::uint64_t c,
                                    std::uint64_t r) {
  const RoundingChoice choice = Choice(r);
  if (other_) return other_->Convert(a, choice);
  const bool adds = design_.unit == UnitKind::kFpAdd || design_.unit == UnitKind::kPositAdd;
  if (adds || !HasB(design_)) {
    Load(design_.a, a, flushes_inputs_, exact_);
  } else {
    Multiply(design_.a, a, design_.b, b, flushes_inputs_, exact_);
  }
  const bool minus_zero = choice.rounding == Rounding::kTowardNegative;
  if (adds) {
    Load(design_.b, b, flushes_inputs_, addend_);
    Add(exact_, addend_, minus_zero);
  } else if (HasC(design_)) {
    Load(design_.accumulator.format, c, flushes_inputs_, addend_);
    Add(exact_, addend_, minus_zero);
  }
  return Round(choice);
}

Quantized RoundedOperation::Dot(std::span<const std::uint64_t> a,
                                std::span<const std::uint64_t> b) {
  if (RoundingOperandBits(design_) > 0) {
    throw std::invalid_argument("a dot product has no operand to say how it is rounded");
  }
  const bool minus_zero = design_.rounding == Rounding::kTowardNegative;
  Load(design_.accumulator.format, 0, flushes_inputs_, exact_);
  for (std::size_t i = 0; i < a.size(); ++i) {
    Multiply(design_.a, a[i], design_.b, b[i], flushes_inputs_, addend_);
    Add(exact_, addend_, minus_zero);
  }
  return Round(fixed_choice_);
}

}  // namespace macroscope
