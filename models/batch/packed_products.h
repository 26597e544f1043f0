// Products of operands of few bits: the codes of four vectors are packed into the quarters of one,
// decoded and multiplied there at once, and unpacked again. Included by the fixed kernel alone.
#pragma once

#include "models/batch/fixed_plan.h"
#include "models/batch/lanes.h"

namespace macroscope {
namespace {

// kFloating: both operands are; else the plan says which.
template <int kLanes, bool kFloating, bool kSpecials>
class PackedProducts {
  using Word = typename Vectors<kLanes>::Word;
  using Signed = typename Vectors<kLanes>::Signed;
  using Quarters = typename Vectors<kLanes>::Quarters;
  using SignedQuarters = typename Vectors<kLanes>::SignedQuarters;

 public:
  static constexpr int kVectors = 4;

  [[gnu::always_inline]] static Word Pack(const std::uint64_t* codes) {
    Word packed = Load<Word>(codes);
    for (int j = 1; j < kVectors; ++j) packed |= Load<Word>(codes + j * kLanes) << (16 * j);
    return packed;
  }

  // Of the operations whose codes Pack() made a and b of.
  [[gnu::always_inline]] PackedProducts(const FixedPlan& plan, const Word& a_codes,
                                        const Word& b_codes) {
    const Operand a = Decode(plan.a, reinterpret_cast<Quarters>(a_codes));
    const Operand b = Decode(plan.b, reinterpret_cast<Quarters>(b_codes));
    Quarters negative;
    if (plan.signs_meet) {
      const Word signs = (a_codes ^ b_codes) << (plan.a.sign_shift - 48);
      negative = SignOf(reinterpret_cast<Quarters>(signs));
    } else {
      negative = a.negative ^ b.negative;
    }
    Quarters value = a.significand * b.significand;
    if constexpr (kSpecials) {
      // 0 for numbers, 1 for infinities, 2 and more for NaNs.
      const Quarters special = a.special < b.special ? b.special : a.special;
      const Quarters infinite = 2 - (negative + negative);
      Quarters set = value == 0 ? All(1) : infinite;
      set = special > 1 ? All(1) : set;
      set = special == 0 ? Quarters{} : set;
      set_ = reinterpret_cast<Word>(Quarters(set << plan.flags_in_quarter));
      value = special == 0 ? value : Quarters{};
    }
    value_ = reinterpret_cast<Word>(Quarters((value ^ negative) - negative));
    shift_ = reinterpret_cast<Word>(Quarters(a.shift + b.shift));
  }

  // Of vector j: the signed product, how far to shift it (at most 127), and in the lowest three
  // bits the flags that it raises.
  Word value(int j) const {
    return reinterpret_cast<Word>(reinterpret_cast<Signed>(value_ << (48 - 16 * j)) >> 48);
  }
  Word shift(int j) const { return shift_ >> (16 * j) & 0x7f; }
  Word set(int j) const { return set_ >> (16 * j); }
  // The flags of all vectors, each in its quarter.
  const Word& sets() const { return set_; }

 private:
  struct Operand {
    Quarters significand{}, shift{}, negative{}, special{};
  };

  static Quarters All(std::uint64_t value) {
    return static_cast<std::uint16_t>(value) - Quarters{};
  }
  static Quarters SignOf(const Quarters& x) {
    return reinterpret_cast<Quarters>(reinterpret_cast<SignedQuarters>(x) >> 15);
  }

  [[gnu::always_inline]] static Operand Decode(const FixedOperandPlan& plan, const Quarters& code) {
    Operand out;
    const Quarters magnitude = code & All(plan.magnitude_mask);
    out.negative = SignOf((code & All(plan.sign_mask)) << (plan.sign_shift - 48));
    if (!kFloating && !plan.is_floating) {
      const Quarters complement = All(plan.sign_mask) - magnitude;
      out.significand = magnitude;
      if (plan.twos_complement) out.significand = out.negative ? complement : magnitude;
      return out;
    }
    const std::uint64_t hidden = std::uint64_t{1} << plan.fraction_bits;
    const Quarters fraction = magnitude & All(hidden - 1), field = magnitude >> plan.fraction_bits;
    const auto low = magnitude < All(plan.low_below);
    out.significand = low ? fraction : Quarters(fraction | All(hidden));
    // The field of subnormals is 0, and they stand where those of field 1 do.
    out.shift = low ? field : Quarters(field - All(plan.least_field));
    if constexpr (kSpecials) {
      const Quarters finite = All(plan.finite_up_to);
      out.special = (finite < magnitude ? magnitude : finite) - finite;
      if (!plan.has_infinity) out.special += out.special;
      if (plan.negative_zero_is_nan) {
        out.special = code == All(plan.sign_mask) ? All(2) : out.special;
      }
    }
    return out;
  }

  Word value_{}, shift_{}, set_{};
};

// The sum of shifted products, lane by lane, that wraps in one word.
template <int kLanes>
class ShiftedSum {
  using Word = typename Vectors<kLanes>::Word;

 public:
  static constexpr std::size_t kMost = 1 << 16;

  // What is not a number has a product of 0 and any shift.
  void Add(const Word& value, const Word& shift) { sum_ += value << (shift & 63); }
  const Word& lower() const { return sum_; }

 private:
  Word sum_{};
};

// The same in two words, without carries from one to the other: the products that are shifted by
// less than 32 places are summed apart from the rest, which are shifted by 32 less. Holds kMost
// products a lane of 15 bits and a sign that are shifted by less than 64.
template <int kLanes>
class SplitSum {
  using Word = typename Vectors<kLanes>::Word;

 public:
  static constexpr std::size_t kMost = 1 << 16;

  [[gnu::always_inline]] void Add(const Word& value, const Word& shift) {
    const auto far = (shift & 32) != 0;
    const Word shifted = value << (shift & 31);
    low_ = far ? low_ : Word(low_ + shifted);
    high_ = far ? Word(high_ + shifted) : high_;
  }
  // In two words, two's complement.
  Word lower() const { return low_ + (high_ << 32); }
  Word upper() const {
    using Signed = typename Vectors<kLanes>::Signed;
    const auto arithmetic = [](const Word& x, int places) {
      return reinterpret_cast<Word>(reinterpret_cast<Signed>(x) >> places);
    };
    const Word sum = lower();
    return arithmetic(low_, 63) + arithmetic(high_, 32) + (sum < low_ ? Word{} + 1 : Word{});
  }

 private:
  Word low_{}, high_{};
};

}  // namespace
}  // namespace macroscope
