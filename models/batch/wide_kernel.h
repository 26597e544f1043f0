// The kernel for results of any floating format, and for conversions to integers
// (models/batch/wide_plan.h says how it works), over any number of lanes. Included by the files
// that choose the instructions, and by nothing else. Long, but one file: the steps of one
// computation in their order, which become one loop.
#pragma once

#include "models/batch/rounding_loop.h"
#include "models/batch/wide_lanes.h"
#include "models/batch/wide_plan.h"

namespace macroscope {
namespace {

template <int kLanes, Increment kIncrement, bool kFlags>
class WideLanes : ResultLanes<kLanes, kIncrement, kFlags> {
  using Result = ResultLanes<kLanes, kIncrement, kFlags>;
  using Math = WideLaneMath<kLanes>;
  using Operand = typename Math::Operand;
  using Wide = typename Math::Wide;
  using Word = typename Math::Word;
  using Result::All, Result::Less, Result::SignOf, Result::kTakesOperand;
  using typename Result::Masks;

 public:
  explicit WideLanes(const WidePlan& plan) : Result(plan.result), plan_(plan) {}

  // One vector of operations.
  [[gnu::always_inline]] void Run(const Block& at, std::size_t i) const {
    Word r{}, flags{};
    if constexpr (kTakesOperand) r = Load<Word>(at.r + i);
    const Masks masks = this->MasksOf(r);
    Exact exact = Multiply(at, i);
    if (plan_.adds) Add(Load<Word>((plan_.multiplies ? at.c : at.b) + i), masks, exact);
    if (plan_.multiplies || plan_.adds) exact.exponent -= Math::Normalize(exact.magnitude);
    Word z;
    if (plan_.to_integer) {
      z = ToInteger(exact, r, masks, flags);
    } else if (plan_.has_subnormals && plan_.has_sign) {
      z = ToFloating(exact, r, masks, flags);
    } else {
      z = ToIncomplete(exact, r, masks, flags);
    }
    Store(at.z + i, z);
    if constexpr (kFlags) {
      flags |= exact.invalid & Flags::kInvalid;
      Store(at.flags + i, __builtin_convertvector(flags, typename Vectors<kLanes>::Bytes));
    }
  }

 private:
  // (-1)^negative * magnitude / 2^127 * 2^exponent, exactly; or no number.
  struct Exact {
    Wide magnitude;
    Word exponent{}, negative{};
    Word nan{}, infinite{}, invalid{};  // Truths.
  };

  [[gnu::always_inline]] Exact Multiply(const Block& at, std::size_t i) const {
    Exact out;
    const Operand a = Math::Decode(plan_.a, Load<Word>(at.a + i), out.invalid);
    out.magnitude.high = a.significand;
    out.exponent = a.exponent;
    out.negative = a.negative;
    out.nan = a.nan;
    out.infinite = a.infinite;
    if (!plan_.multiplies) return out;
    const Operand b = Math::Decode(plan_.b, Load<Word>(at.b + i), out.invalid);
    out.magnitude = Math::Product(a.significand, b.significand);
    out.exponent += b.exponent + 1;
    out.negative ^= b.negative;
    const Word unknown = a.nan | b.nan, infinite = (a.infinite | b.infinite) & ~unknown;
    const Word undefined = infinite & (a.zero | b.zero);
    out.nan = unknown | undefined;
    out.infinite = infinite & ~undefined;
    out.invalid |= undefined;
    return out;
  }

  // sum += the addend. The term of the lower exponent is shifted right, and loses no bit that
  // counts: it does so only where at most one leading bit cancels, and the other term ends in
  // zeros.
  [[gnu::always_inline]] void Add(const Word& addend, const Masks& masks, Exact& sum) const {
    const Operand c = Math::Decode(plan_.c, addend, sum.invalid);
    // One place for the carry: a product has 106 bits.
    const Wide product = {sum.magnitude.high >> 1,
                          sum.magnitude.low >> 1 | sum.magnitude.high << 63};
    const Wide other = {c.significand >> 1, Word{}};
    const Word lead = c.exponent - sum.exponent;
    const Word leads = Less(Word{}, lead);
    const Wide large = {leads ? other.high : product.high, leads ? other.low : product.low};
    const Wide lower = {leads ? product.high : other.high, leads ? product.low : other.low};
    const Word distance = leads ? lead : -lead;
    const Wide small = Math::ShiftRight(lower, Less(All(127), distance) ? All(127) : distance);

    const Word subtract = sum.negative ^ c.negative;
    const Word low_term = small.low ^ subtract;
    Wide total;
    total.low = large.low - subtract + low_term;  // large.low ends in zeros: one more is no carry.
    const Word carry = reinterpret_cast<Word>(total.low < low_term);
    total.high = large.high + (small.high ^ subtract) - carry;
    const Word reversed = subtract & SignOf(total.high);
    total.low = (total.low ^ reversed) - reversed;
    total.high = (total.high ^ reversed) + (reversed & 1 & Word(total.low == 0));

    const Word large_negative = leads ? c.negative : sum.negative;
    const Word cancelled = subtract & Word((total.high | total.low) == 0);
    const Word sign = cancelled ? masks.zero_sign : large_negative ^ reversed;
    const Word undefined = sum.infinite & c.infinite & subtract;
    sum.negative = sum.infinite ? sum.negative : c.infinite ? c.negative : sign;
    sum.nan |= c.nan | undefined;
    sum.infinite |= c.infinite;
    sum.invalid |= undefined;
    const Word exponent = (leads ? c.exponent : sum.exponent) + 1;
    sum.exponent = cancelled ? All(static_cast<std::uint64_t>(Math::kZeroExponent)) : exponent;
    sum.magnitude = total;
  }

  // What is added to the 64 bits below the last place to carry into it where they round up.
  [[gnu::always_inline]] Word Addend(const Masks& masks, const Word& r, const Word& last,
                                     const Word& negative) const {
    if constexpr (kIncrement == Increment::kRandom) {
      return r << (64 - plan_.result.random_bits);
    } else {
      return Result::Addend(masks, last, All(std::uint64_t{1} << 63), All(~std::uint64_t{0}),
                            negative);
    }
  }
  static Word Carries(const Word& guard, const Word& addend) {
    return reinterpret_cast<Word>(Word(guard + addend) < addend);
  }
  // The 64 bits below the last place, the lowest standing for all further ones.
  [[gnu::always_inline]] Word Guard(const Wide& x) const {
    return x.high << plan_.precision | x.low >> (64 - plan_.precision) |
           (Word((x.low << plan_.precision) != 0) & 1);
  }

  [[gnu::always_inline]] Word ToFloating(const Exact& in, const Word& r, const Masks& masks,
                                         Word& flags) const {
    // Exponents above the least normal one go into the code's field; below it, more bits are cut.
    const Word above = in.exponent - static_cast<std::uint64_t>(plan_.least_exponent);
    const Word tiny = SignOf(above);
    const Word top = All(plan_.top_field);
    const Word field = (Less(top, above) ? top : above) & ~tiny;
    const Word below = -above & tiny;
    const Wide kept = Math::ShiftRight(in.magnitude, Less(All(127), below) ? All(127) : below);
    const Word cut_code =
        (field << plan_.result.fraction_bits) + (kept.high >> (64 - plan_.precision));
    const Word guard = Guard(kept);
    const Word up = Carries(guard, Addend(masks, r, cut_code & 1, in.negative));
    typename Result::Rounded out{.code = cut_code - up,
                                 .negative = in.negative,
                                 .inexact = guard != 0,
                                 .tiny = tiny,
                                 .zero = (in.magnitude.high | in.magnitude.low) == 0,
                                 .nan = in.nan,
                                 .infinite = in.infinite};
    if (kFlags && plan_.result.tiny_after_rounding) {
      // Would it round up to the least normal number in a format of unbounded exponent? All ones
      // is odd; with no fraction bits it is the exponents' parity that counts, and the code above,
      // 1, is odd.
      const std::uint64_t ones = ~std::uint64_t{0} >> (64 - plan_.precision);
      const Word last = All(plan_.result.fraction_bits > 0 ? 1 : 0);
      const Word carries = Carries(Guard(in.magnitude), Addend(masks, r, last, in.negative));
      out.grows_normal = Word(above == ~std::uint64_t{0}) &
                         Word(in.magnitude.high >> (64 - plan_.precision) == ones) & carries;
    }
    return this->Complete(out, masks, flags);
  }

  // To a format without a sign, without subnormals or without a zero.
  [[gnu::always_inline]] Word ToIncomplete(const Exact& in, const Word& r, const Masks& masks,
                                           Word& flags) const {
    const Word zero = (in.magnitude.high | in.magnitude.low) == 0;
    const Word above = in.exponent - static_cast<std::uint64_t>(plan_.least_exponent);
    const Word flushed = plan_.result.flushes ? SignOf(above) & ~zero : Word{};
    const Word code = plan_.has_subnormals ? ToFloating(in, r, masks, flags)
                                           : ToGapped(in, zero, above, r, masks, flags);
    if (plan_.has_sign && plan_.has_zero) return code;
    const Word is_zero = plan_.has_zero ? Word(code == 0) : Word(zero | flushed) & ~in.infinite;
    const Word is_negative = in.negative & ~in.nan & ~is_zero;
    // The code 0 of a format without zero is a number, which may have a sign.
    if (plan_.has_sign) return code | (is_negative & Word(code == 0) & plan_.result.sign_mask);
    if constexpr (kFlags) flags = is_negative ? All(plan_.result.no_such_flags) : flags;
    return is_negative ? All(plan_.result.no_such_number) : code;
  }

  // To a format without subnormals: below its least number, in whose lowest binade the code of zero
  // may be missing, is a gap; zero, if there is one, is its other end.
  [[gnu::always_inline]] Word ToGapped(const Exact& in, const Word& zero, const Word& above,
                                       const Word& r, const Masks& masks, Word& flags) const {
    const int fraction_bits = plan_.result.fraction_bits;
    const std::uint64_t hidden = std::uint64_t{1} << fraction_bits, first = plan_.has_zero ? 1 : 0;
    const Word tiny = SignOf(above), below = -above & tiny;
    const Word top = All(plan_.top_field + 1);
    const Word field = (Less(top, above) ? top : above) & ~tiny;
    const Wide kept = Math::ShiftRight(in.magnitude, Less(All(127), below) ? All(127) : below);
    const Word whole = kept.high >> (64 - plan_.precision);
    const Word cut_code = (field << fraction_bits) + whole - hidden;
    const Word guard = Guard(kept);
    const Word in_gap = tiny | reinterpret_cast<Word>(cut_code < All(first));
    // In the gap it is the half of the least number, hidden + first, that counts.
    const Word twice = (whole << 1) + (guard >> 63);
    const Word half = reinterpret_cast<Word>(twice >= All(hidden + first));
    const Word exact_half = Word(twice == hidden + first) & Word((guard << 1) == 0);
    const Word gap_guard = (half & (std::uint64_t{1} << 63)) | (~exact_half & 1);
    const Word last = in_gap ? Word{} : Word(cut_code & 1);
    const Word up = Carries(in_gap ? gap_guard : guard, Addend(masks, r, last, in.negative));
    const Word gap_code = up & ~zero & first;
    const Word inexact =
        in_gap ? (plan_.has_zero ? ~zero : All(~std::uint64_t{0})) : Word(guard != 0);
    const typename Result::Rounded out{.code = in_gap ? gap_code : Word(cut_code - up),
                                       .negative = in.negative,
                                       .inexact = inexact,
                                       .tiny = in_gap,
                                       .zero = zero | ~tiny,  // What is not to be flushed.
                                       .nan = in.nan,
                                       .infinite = in.infinite};
    return this->Complete(out, masks, flags);
  }

  [[gnu::always_inline]] Word ToInteger(const Exact& in, const Word& r, const Masks& masks,
                                        Word& flags) const {
    const IntegerTarget& to = plan_.integer;
    // How far the top bit stands above bit 63, or below. Integers and powers of two leave the lower
    // word empty: it takes what is cut.
    const Word lead = in.exponent + static_cast<std::uint64_t>(to.point_bits - 63);
    const Word is_far = Less(Word{}, lead), below = -lead & ~is_far;
    const Wide kept = Math::ShiftRight(in.magnitude, Less(All(127), below) ? All(127) : below);
    const Word left = lead & is_far;
    const Word whole = Less(left, All(64)) ? kept.high << (left & 63) : Word{};
    const Word up = Carries(kept.low, Addend(masks, r, whole & 1, in.negative));
    const Word magnitude = whole - up;
    const Word limit = in.negative ? All(to.limit[1]) : All(to.limit[0]);
    const Word too_large = is_far | in.infinite | reinterpret_cast<Word>(limit < magnitude);
    const Word saturates = to.wraps ? in.infinite : too_large;
    const Word value = saturates ? limit : magnitude;
    Word code;
    if (to.sign_magnitude) {
      code = (value & to.magnitude_mask) | (in.negative & to.sign_mask);
    } else {
      code = ((value ^ in.negative) - in.negative) & to.code_mask;
    }
    if constexpr (kFlags) {
      flags = Word(kept.low != 0) & Flags::kInexact;
      flags = too_large ? All(Flags::kOverflow | Flags::kInexact) : flags;
      flags = in.nan ? All(Flags::kInvalid) : flags;
    }
    return code & ~in.nan;
  }

  const WidePlan plan_;  // A copy: nothing that is written can change it.
};

}  // namespace
}  // namespace macroscope
