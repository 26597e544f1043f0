// What becomes of an operation's terms: the accumulators of the kernel for products of matrices. Of
// each: State, a vector of accumulators; Join, which makes the next of one and `count` terms, using
// them up, with room for one more behind; and the codes. Included by kernels alone.
#pragma once

#include "models/batch/block_gemm_plan.h"
#include "models/batch/exact_sum.h"
#include "models/batch/float_kernel.h"

namespace macroscope {
namespace {

// The terms' sum to odd, of doubles that are exact.
template <int kLanes>
[[gnu::always_inline]] inline typename Vectors<kLanes>::Word TermsToOdd(
    typename Vectors<kLanes>::Real* terms, int count) {
  using Sum = ExactSum<kLanes>;
  if (count == 1) return reinterpret_cast<typename Vectors<kLanes>::Word>(terms[0]);
  if (count > 2) return Sum::SumToOdd(terms, count);
  const typename Vectors<kLanes>::Real sum = terms[0] + terms[1];
  return Sum::ToOdd(sum, Sum::Lost(terms[0], terms[1], sum));
}

template <int kLanes>
class SingleAccumulator : LaneMath<kLanes> {
  using Math = LaneMath<kLanes>;
  using typename Math::Real, typename Math::Word;

 public:
  using State = typename Vectors<kLanes>::Single;

  explicit SingleAccumulator(const BlockGemmPlan& plan) : is_joined_(plan.is_joined) {}

  static State Zero() { return State{}; }
  [[gnu::always_inline]] void Join(Real* terms, int count, State& c) const {
    if (is_joined_) terms[count++] = __builtin_convertvector(c, Real);
    const auto odd = reinterpret_cast<Real>(TermsToOdd<kLanes>(terms, count));
    const State sum = __builtin_convertvector(odd, State);
    c = is_joined_ ? sum : State(sum + c);
  }
  static Word Codes(const State& c) {
    constexpr std::uint32_t kSign = 1u << 31, kInfinity = 0x7f800000, kNan = 0x7fc00000;
    using Codes = typename Vectors<kLanes>::SingleWord;
    Codes codes = reinterpret_cast<Codes>(c);
    codes = (codes & ~kSign) > kInfinity ? kNan - Codes{} : codes;
    return __builtin_convertvector(codes, Word);
  }

 private:
  const bool is_joined_;
};

template <int kLanes>
class FloatingAccumulator : LaneMath<kLanes> {
  using Math = LaneMath<kLanes>;
  using typename Math::Real, typename Math::Word;

 public:
  using State = Word;

  explicit FloatingAccumulator(const BlockGemmPlan& plan)
      : lanes_(plan.rounding),
        is_joined_(plan.is_joined),
        flip_(plan.negates ? std::uint64_t{1} << 63 : 0) {}

  static State Zero() { return State{}; }
  [[gnu::always_inline]] void Join(Real* terms, int count, State& c) const {
    if (is_joined_) terms[count++] = Flipped(reinterpret_cast<Word>(lanes_.Value(c)));
    const Word sum = lanes_.Code(reinterpret_cast<Word>(Flipped(TermsToOdd<kLanes>(terms, count))));
    c = is_joined_ ? sum : lanes_.CodeOfSum(lanes_.Value(sum), lanes_.Value(c));
  }
  static Word Codes(const State& c) { return c; }

 private:
  Real Flipped(const Word& bits) const { return reinterpret_cast<Real>(bits ^ flip_); }

  const FloatLanes<kLanes, Increment::kMasks, false> lanes_;
  const bool is_joined_;
  const std::uint64_t flip_;
};

template <int kLanes>
class FixedAccumulator : LaneMath<kLanes> {
  using Math = LaneMath<kLanes>;
  using Math::All, Math::DoubleBits, Math::Less;
  using typename Math::Real, typename Math::Word;

 public:
  using State = Word;

  explicit FixedAccumulator(const BlockGemmPlan& plan)
      : scale_(plan.fixed_scale),
        saturates_(plan.saturates),
        least_(static_cast<std::uint64_t>(plan.fixed_least)),
        largest_(static_cast<std::uint64_t>(plan.fixed_largest)),
        mask_(plan.fixed_mask) {}

  static State Zero() { return State{}; }
  [[gnu::always_inline]] void Join(const Real* terms, int count, State& c) const {
    // A whole number below 2^51 stands in the low bits of its sum with this.
    constexpr double kMagic = 0x1.8p52;
    for (int t = 0; t < count; ++t) {
      c += reinterpret_cast<Word>(terms[t] * scale_ + kMagic) - DoubleBits(kMagic);
    }
    if (!saturates_) return;
    c = Less(c, All(least_)) ? All(least_) : c;
    c = Less(All(largest_), c) ? All(largest_) : c;
  }
  Word Codes(const State& c) const { return c & mask_; }

 private:
  const double scale_;
  const bool saturates_;
  const std::uint64_t least_, largest_, mask_;
};

}  // namespace
}  // namespace macroscope
