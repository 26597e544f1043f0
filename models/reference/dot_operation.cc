#include "models/reference/dot_operation.h"

#include <algorithm>
#include <stdexcept>

namespace macroscope {
namespace {

// An exact sum is the same of products and of groups, but for the sign of zeros: a group whose
// scale is zero has that of its products' sum. In a fixed-point word there is none, and each lane's
// NaN or infinity has a flag of its own.
bool SumsGroupsFirst(const Design& design) {
  return design.dot.terms == Terms::kBlocks && !design.accumulator.is_fixed;
}

bool IsFinite(const Term& term) {
  return term.number_class != NumberClass::kNan && term.number_class != NumberClass::kInfinity;
}

// Cuts a term toward zero to a multiple of 2^quantum. Sticky: of 2^(quantum-1), whose one says that
// something was cut off.
void CutTowardZero(Term& term, int quantum, Alignment alignment) {
  if (!IsFinite(term)) return;
  const int shift = quantum - term.exponent;
  bool lost = false;
  if (shift > 0) {
    lost = mpz_divisible_2exp_p(term.value, shift) == 0;
    mpz_tdiv_q_2exp(term.value, term.value, shift);
  } else {
    mpz_mul_2exp(term.value, term.value, -shift);
  }
  term.exponent = quantum;
  if (alignment == Alignment::kSticky) {
    mpz_mul_2exp(term.value, term.value, 1);
    --term.exponent;
    if (lost)
      term.negative ? mpz_sub_ui(term.value, term.value, 1) : mpz_add_ui(term.value, term.value, 1);
  }
  // What is cut to nothing is a zero of its sign.
  term.number_class = term.value.sign() == 0 ? NumberClass::kZero : NumberClass::kNormal;
}

}  // namespace

DotOperation::DotOperation(const Design& design)
    : design_(design),
      terms_(design, SumsGroupsFirst(design)),
      choice_{.rounding = design.rounding,
              .overflow = design.overflow,
              .flush = FlushesOutputs(design)},
      flushes_inputs_(FlushesInputs(design)),
      joined_(design.dot.join == Join::kJoined),
      minus_zero_(design.rounding == Rounding::kTowardNegative) {
  if (design.accumulator.is_fixed) fixed_.emplace(design);
}

DotOperation::Code DotOperation::Round(const Term& term) {
  return RoundTerm(term, design_.accumulator.format, choice_, /*clamps=*/false, scratch_).code;
}

DotOperation::Code DotOperation::RoundedSum(Code x, Code y) {
  const Format& format = design_.accumulator.format;
  Load(format, x, flushes_inputs_, sum_);
  Load(format, y, flushes_inputs_, addend_);
  Add(sum_, addend_, minus_zero_);
  return Round(sum_);
}

int DotOperation::Quantum(std::span<const LaneTerm> terms, Code c) const {
  const Format& format = design_.accumulator.format;
  int greatest = format.min_quantum_exponent() + format.fraction_bits;
  if (joined_) greatest = std::max(greatest, AlignmentExponent(format, c));
  for (const LaneTerm& term : terms) {
    if (term.number.number_class != NumberClass::kNormal) continue;  // Zero takes no part.
    greatest = std::max(greatest, term.alignment_exponent);
  }
  return greatest - design_.dot.window_bits;
}

DotOperation::Code DotOperation::OneSum(std::span<LaneTerm> terms, Code c) {
  if (joined_) Load(design_.accumulator.format, c, /*flush=*/false, addend_);
  if (design_.dot.reduction == Reduction::kMaxExponent) {
    const int quantum = Quantum(terms, c);
    for (LaneTerm& term : terms) CutTowardZero(term.number, quantum, design_.dot.alignment);
    if (joined_) CutTowardZero(addend_, quantum, design_.dot.alignment);
  }
  Term& sum = terms[0].number;
  for (LaneTerm& term : terms.subspan(1)) Add(sum, term.number, minus_zero_);
  if (joined_) Add(sum, addend_, minus_zero_);
  return Round(sum);
}

DotOperation::Code DotOperation::Tree(std::span<const LaneTerm> terms) {
  nodes_.clear();
  for (const LaneTerm& term : terms) nodes_.push_back(Round(term.number));
  while (nodes_.size() > 1) {
    const std::size_t pairs = nodes_.size() / 2;
    for (std::size_t i = 0; i < pairs; ++i) {
      nodes_[i] = RoundedSum(nodes_[2 * i], nodes_[2 * i + 1]);
    }
    const bool has_odd = nodes_.size() % 2 != 0;
    if (has_odd) nodes_[pairs] = nodes_.back();
    nodes_.resize(pairs + (has_odd ? 1 : 0));
  }
  return nodes_[0];
}

void DotOperation::Operate(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
                           const std::uint64_t* c, std::uint64_t* z) {
  const std::span<LaneTerm> terms = terms_.Load(a, b);
  if (fixed_) {
    fixed_->Start(c);
    for (LaneTerm& term : terms) fixed_->Add(term.number);
    fixed_->Store(z);
    return;
  }
  const bool is_tree = design_.dot.reduction == Reduction::kTree;
  const Code sum = is_tree ? Tree(terms) : OneSum(terms, *c);
  *z = joined_ ? sum : RoundedSum(*c, sum);
}

void DotOperation::Dot(std::span<const std::uint64_t> a, std::size_t a_limbs,
                       std::span<const std::uint64_t> b, std::size_t b_limbs, std::uint64_t* z) {
  if (design_.dot.reduction != Reduction::kExact) {
    throw std::invalid_argument("sums that are rounded or cut on the way have no exact total");
  }
  if (fixed_) fixed_->Start(nullptr);
  Load(design_.accumulator.format, 0, /*flush=*/false, sum_);
  for (std::size_t i = 0; i * a_limbs < a.size(); ++i) {
    for (LaneTerm& term :
         terms_.Load(a.subspan(i * a_limbs, a_limbs), b.subspan(i * b_limbs, b_limbs))) {
      fixed_ ? fixed_->Add(term.number) : Add(sum_, term.number, minus_zero_);
    }
  }
  fixed_ ? fixed_->Store(z) : void(*z = Round(sum_));
}

}  // namespace macroscope
