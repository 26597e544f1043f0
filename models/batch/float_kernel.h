// The kernel for floating results within a double (models/batch/float_plan.h says how it works),
// over any number of lanes. Included by the files that choose the instructions, and by nothing
// else. Long, but one file: the steps of one computation in their order, which become one loop.
#pragma once

#include "models/batch/exact_sum.h"
#include "models/batch/float_plan.h"
#include "models/batch/rounding_loop.h"

namespace macroscope {
namespace {

template <int kLanes, Increment kIncrement, bool kFlags>
class FloatLanes : ResultLanes<kLanes, kIncrement, kFlags> {
  using Result = ResultLanes<kLanes, kIncrement, kFlags>;
  using Math = LaneMath<kLanes>;
  using Math::All, Math::DoubleBits, Math::Less, Math::SignOf, Result::kTakesOperand;
  using typename Math::Real, typename Math::Word, typename Result::Masks;

  static constexpr std::uint64_t kSign = std::uint64_t{1} << 63;
  static constexpr std::uint64_t kHidden = std::uint64_t{1} << 52;
  static constexpr std::uint64_t kInfinity = std::uint64_t{0x7ff} << 52;
  static constexpr std::uint64_t kNan = kInfinity | kHidden >> 1;

 public:
  explicit FloatLanes(const FloatPlan& plan) : Result(plan.result), plan_(plan) {}

  // One vector of operations.
  [[gnu::always_inline]] void Run(const Block& at, std::size_t i) const {
    const Exact product = Multiply(at, i);
    Word r{};
    if constexpr (kTakesOperand) r = Load<Word>(at.r + i);
    Word flags{};
    const std::uint64_t* addend = plan_.multiplies ? at.c : at.b;
    Word c{};
    if (plan_.adds) c = Load<Word>(addend + i);
    Store(at.z + i, Finish(product, c, r, flags));
    if constexpr (kFlags) {
      Store(at.flags + i, __builtin_convertvector(flags, typename Vectors<kLanes>::Bytes));
    }
  }

  // The running sum from c on of the products in a vector, one step after the other: every lane
  // works, and one counts.
  [[gnu::always_inline]] std::uint64_t Sum(const Block& at, std::size_t i, std::size_t count,
                                           std::uint64_t c) const {
    const Exact product = Multiply(at, i);
    Word r{}, flags{};
    if constexpr (kTakesOperand) r = Load<Word>(at.r + i);
    for (std::size_t lane = 0; lane < count; ++lane) {
      c = Finish(product, All(c), r, flags)[lane];
    }
    return c;
  }

  // For kernels that sum in their own way. Not of random bits, nor of a port.
  // The value of an addend's code.
  [[gnu::always_inline]] Real Value(const Word& code) const {
    Word signals{};
    return Decode(plan_.c, code, signals);
  }
  // The code of a double's bits, to odd.
  [[gnu::always_inline]] Word Code(const Word& exact) const {
    Word flags{};
    return Round(exact, Word{}, this->MasksOf(Word{}), flags);
  }
  // The code of x + y.
  [[gnu::always_inline]] Word CodeOfSum(const Real& x, const Real& y) const {
    return Code(ToOdd(x, y, x + y, this->MasksOf(Word{})));
  }

 private:
  // A product, and what flags need to know of its operands.
  struct Exact {
    Real value;
    Word invalid, signals;
  };

  [[gnu::always_inline]] Exact Multiply(const Block& at, std::size_t i) const {
    Exact out{};
    out.value = Decode(plan_.a, Load<Word>(at.a + i), out.signals);
    if (plan_.multiplies) {
      const Real b = Decode(plan_.b, Load<Word>(at.b + i), out.signals);
      const Word nan_in = IsNan(out.value) | IsNan(b);
      out.value *= b;
      if constexpr (kFlags) out.invalid = IsNan(out.value) & ~nan_in;
    }
    return out;
  }

  // What the product and the code of the addend become.
  [[gnu::always_inline]] Word Finish(const Exact& product, const Word& addend, const Word& r,
                                     Word& flags) const {
    const Masks masks = this->MasksOf(r);
    Word invalid = product.invalid, signals = product.signals;
    Word exact = reinterpret_cast<Word>(product.value);
    if (plan_.adds) {
      const Real c = Decode(plan_.c, addend, signals);
      const Real sum = product.value + c;
      if constexpr (kFlags) invalid |= IsNan(sum) & ~IsNan(product.value) & ~IsNan(c);
      exact = ToOdd(product.value, c, sum, masks);
    }
    const Word code = Round(exact, r, masks, flags);
    if constexpr (kFlags) flags |= (invalid | signals) & Flags::kInvalid;
    return code;
  }

  static Word IsNan(const Real& x) {
    return Less(All(kInfinity), reinterpret_cast<Word>(x) & ~kSign);
  }
  // The operand's value. NaNs of formats with signalling ones set all of `signals` if they are.
  [[gnu::always_inline]] Real Decode(const OperandPlan& plan, const Word& code,
                                     Word& signals) const {
    if (!plan.is_floating) return DecodeInteger(plan, code);
    const Word magnitude = code & plan.magnitude_mask;
    const Word sign = (code & plan.sign_mask) << plan.sign_shift;
    const Word low = Less(magnitude, All(plan.low_below));
    Word bits = (magnitude << plan.fraction_shift) + plan.rebias;
    if (plan.low_is_zero) {
      bits &= ~low;
    } else {
      // A subnormal is a number of the first binade, less its hidden bit.
      bits += low & kHidden;
      const Word offset = low & DoubleBits(plan.low_offset);
      bits = reinterpret_cast<Word>(reinterpret_cast<Real>(bits) - reinterpret_cast<Real>(offset));
    }
    const Word special = Less(All(plan.finite_up_to), magnitude);
    const Word infinite = magnitude == plan.infinity_magnitude;
    bits = special ? (infinite ? All(kInfinity) : All(kNan)) : bits;
    bits |= sign;
    if (plan.negative_zero_is_nan) bits = code == plan.sign_mask ? All(kNan) : bits;
    if constexpr (kFlags) {
      const Word quiet = (code & plan.quiet_bit) != 0;
      if (plan.quiet_bit != 0) signals |= special & ~infinite & ~quiet;
    }
    return reinterpret_cast<Real>(bits);
  }

  // Below 2^33 in magnitude: exact beside the 2^52 that puts it into the fraction.
  [[gnu::always_inline]] Real DecodeInteger(const OperandPlan& plan, const Word& code) const {
    constexpr double kMagic = 0x1.8p52;
    Word value = code;
    Word sign{};
    if (plan.twos_complement) {
      value = (code ^ plan.sign_mask) - plan.sign_mask;
    } else {
      value = code & plan.magnitude_mask;
      sign = (code & plan.sign_mask) << plan.sign_shift;
    }
    const Real shifted = reinterpret_cast<Real>(value + DoubleBits(kMagic));
    const Real real = (shifted - kMagic) * plan.scale;
    return reinterpret_cast<Real>(reinterpret_cast<Word>(real) | sign);
  }

  // product + c to odd, with the sign of zero that the rounding wants.
  [[gnu::always_inline]] Word ToOdd(const Real& product, const Real& c, const Real& sum,
                                    const Masks& masks) const {
    Word bits = ExactSum<kLanes>::ToOdd(sum, ExactSum<kLanes>::Lost(product, c, sum));
    if constexpr (kIncrement != Increment::kTiesToEven && kIncrement != Increment::kRandom) {
      // What cancels is +0, but -0 toward negative; two zeros of one sign keep it.
      const Word either = reinterpret_cast<Word>(product) | reinterpret_cast<Word>(c);
      const Word zero = reinterpret_cast<Word>(sum == 0);
      bits |= zero & masks.zero_sign & either & kSign;
    }
    return bits;
  }

  // A double's bits, to odd, to the code.
  [[gnu::always_inline]] Word Round(const Word& exact, const Word& r, const Masks& masks,
                                    Word& flags) const {
    const Word negative = SignOf(exact);
    const Word magnitude = exact & ~kSign;
    const Word is_zero = magnitude == 0;
    Word significand = (magnitude & (kHidden - 1)) | (~is_zero & kHidden);

    // Exponents above the least normal one go into the code's field; below it, more bits are cut.
    const Word above = (magnitude >> 52) - static_cast<std::uint64_t>(plan_.least_field);
    const Word tiny = SignOf(above);
    const Word field = above & ~tiny;
    Word cut = plan_.cut_bits - (above & tiny);
    if constexpr (kIncrement == Increment::kRandom) {
      // Random bits look far down: what is cut beyond 62 goes first, and leaves a one behind.
      const Word most = All(62);
      Word early = Less(most, cut) ? cut - most : Word{};
      early = Less(All(63), early) ? All(63) : early;
      const Word rest = significand & ((All(1) << early) - 1);
      significand = (significand >> early) | (Word(rest != 0) & 1);
      cut = Less(most, cut) ? most : cut;
    } else {
      // Of 54 bits, the 53 of the significand are less than the half.
      const Word most = All(54);
      cut = Less(most, cut) ? most : cut;
    }
    const Word one = All(1);
    const Word unit = one << cut;
    const Word ones = unit - 1;
    const Word inexact = (significand & ones) != 0;
    const Word cut_code = (field << plan_.result.fraction_bits) + (significand >> cut);
    Word addend;
    if constexpr (kIncrement == Increment::kRandom) {
      addend = r << (cut - static_cast<std::uint64_t>(plan_.result.random_bits));
    } else {
      addend = this->Addend(masks, cut_code & 1, unit >> 1, ones, negative);
    }
    Word code = (field << plan_.result.fraction_bits) + ((significand + addend) >> cut);

    typename Result::Rounded out{.code = code,
                                 .negative = negative,
                                 .inexact = inexact,
                                 .tiny = tiny,
                                 .zero = is_zero,
                                 .nan = Less(All(kInfinity), magnitude),
                                 .infinite = magnitude == kInfinity};
    if (kFlags && plan_.result.tiny_after_rounding) {
      out.grows_normal = GrowsNormal(significand, above, r, masks, negative);
    }
    return this->Complete(out, masks, flags);
  }

  // Of a tiny number: whether it would round up to the least normal one in a format of unbounded
  // exponent, whose last place is one bit further down.
  [[gnu::always_inline]] Word GrowsNormal(const Word& significand, const Word& above, const Word& r,
                                          const Masks& masks, const Word& negative) const {
    const Word unit = All(std::uint64_t{1} << plan_.cut_bits);
    Word addend;
    if constexpr (kIncrement == Increment::kRandom) {
      addend = r << (plan_.cut_bits - plan_.result.random_bits);
    } else {
      // All ones is odd; with no fraction bits it is the exponents' parity that counts, and the
      // code above, 1, is odd.
      const Word last = All(plan_.result.fraction_bits > 0 ? 1 : 0);
      addend = this->Addend(masks, last, unit >> 1, unit - 1, negative);
    }
    const Word carries = ((significand + addend) >> 53) != 0;
    return (above == ~std::uint64_t{0}) & carries;
  }

  const FloatPlan plan_;  // A copy: nothing that is written can change it.
};

}  // namespace
}  // namespace macroscope
