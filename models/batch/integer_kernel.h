// The kernel for sums and products of integers (models/batch/integer_plan.h), over any number of
// lanes. Included by the files that choose the instructions, and by nothing else.
#pragma once

#include "models/batch/block.h"
#include "models/batch/integer_plan.h"
#include "models/batch/lanes.h"

namespace macroscope {
namespace {

template <int kLanes, bool kMultiplies>
class IntegerLanes : LaneMath<kLanes> {
  using Math = LaneMath<kLanes>;
  using Math::All, Math::Less;
  using typename Math::Word;

 public:
  explicit IntegerLanes(const IntegerPlan& plan) : plan_(plan) {}

  [[gnu::always_inline]] Word operator()(const Word& a_code, const Word& b_code) const {
    const Word a = Decode(plan_.a, a_code), b = Decode(plan_.b, b_code);
    Word value;
    if constexpr (kMultiplies) {
      value = a * b;
    } else {
      value = a + b;
    }
    if (plan_.saturates) {
      const Word least = All(static_cast<std::uint64_t>(plan_.least));
      const Word largest = All(static_cast<std::uint64_t>(plan_.largest));
      value = Less(value, least) ? least : value;
      value = Less(largest, value) ? largest : value;
    }
    return value & plan_.result_mask;
  }

 private:
  [[gnu::always_inline]] static Word Decode(const IntegerOperandPlan& plan, const Word& code) {
    if (!plan.sign_magnitude) return (code ^ plan.sign_mask) - plan.sign_mask;
    const Word magnitude = code & ~plan.sign_mask;
    return (code & plan.sign_mask) != 0 ? -magnitude : magnitude;
  }

  const IntegerPlan plan_;  // A copy: nothing that is written can change it.
};

template <int kLanes, bool kMultiplies>
void RunInteger(const IntegerPlan& plan, const Block block) {
  using Word = typename Vectors<kLanes>::Word;
  const IntegerLanes<kLanes, kMultiplies> lanes(plan);
  std::size_t i = 0;
  for (; i + kLanes <= block.count; i += kLanes) {
    Store(block.z + i, lanes(Load<Word>(block.a + i), Load<Word>(block.b + i)));
  }
  for (; i < block.count; ++i) {
    const Word a = {block.a[i]}, b = {block.b[i]};
    block.z[i] = lanes(a, b)[0];
  }
}

template <int kLanes>
void RunInteger(const IntegerPlan& plan, const Block& block) {
  plan.multiplies ? RunInteger<kLanes, true>(plan, block) : RunInteger<kLanes, false>(plan, block);
}

}  // namespace
}  // namespace macroscope
