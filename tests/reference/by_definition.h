// The definition of a rounded result and its flags, as naively as it can be said: all numbers that
// there are stand in a list, and a number between two of them goes to one or the other. Shares
// nothing with the reference but Decode. For formats and numbers that doubles hold exactly.
// Just too long for one file, but one definition.
#pragma once

#include <algorithm>
#include <cmath>
#include <vector>

#include "models/design/design.h"
#include "models/design/flags.h"
#include "models/formats/decode.h"

namespace macroscope {

// A mode that is no port, or one throw of the dice.
struct Direction {
  Rounding rounding;
  std::uint64_t random = 0;
  int random_bits = 0;
};

struct ByDefinition {
  struct Result {
    std::uint64_t code = 0;
    int flags = 0;
    friend bool operator==(const Result&, const Result&) = default;
  };

  Format to;
  Overflow overflow;
  Tininess tininess;
  bool flush;

  // Magnitudes in order. `numbers` are those of the codes 0, 1, ... and then go on as if exponents
  // never ended; those of `unbounded` have all significand bits however small they are, and begin
  // with an even one.
  std::vector<double> numbers;
  std::vector<double> unbounded;
  double least_normal = 0;

  explicit ByDefinition(const Design& design)
      : to(design.accumulator.format),
        overflow(design.overflow),
        tininess(design.tininess),
        flush(FlushesOutputs(design)) {
    if (to.is_floating()) ListNumbers();
  }

  void ListNumbers() {
    constexpr int kBinadesBeyond = 80, kBinadesBelow = 80;
    const int steps = 1 << to.fraction_bits;
    for (std::uint64_t code = 0; code <= to.max_finite(); ++code) {
      numbers.push_back(Magnitude(Decode(to, code)));
    }
    while (numbers.back() < Magnitude(Decode(to, to.max_finite())) * std::exp2(kBinadesBeyond)) {
      const int binade = std::ilogb(numbers.back());
      numbers.push_back(numbers.back() + std::ldexp(1.0, binade) / steps);
    }
    least_normal = numbers[to.has_subnormals ? steps : to.has_zero];
    // An even number of binades below the least normal number, whose code is even if it has a
    // fraction bit, and odd if not.
    double binade = std::ldexp(least_normal, -kBinadesBelow - (to.fraction_bits == 0 ? 1 : 0));
    for (; binade < 4 * least_normal; binade *= 2) {
      for (int step = 0; step < steps; ++step) {
        unbounded.push_back(binade + binade * step / steps);
      }
    }
  }

  static double Magnitude(const Decoded& value) {
    return std::ldexp(static_cast<double>(value.significand), value.exponent);
  }

  // Whether a number between two neighbours goes to the greater magnitude. `odd`: the lesser's
  // code.
  static bool GoesUp(double from_below, double to_above, bool odd, bool negative,
                     const Direction& direction) {
    switch (direction.rounding) {
      case Rounding::kTiesToEven:
        return from_below > to_above || (from_below == to_above && odd);
      case Rounding::kTiesToAway:
        return from_below >= to_above;
      case Rounding::kTowardNegative:
        return negative;
      case Rounding::kTowardPositive:
        return !negative;
      case Rounding::kToOdd:
        return !odd;
      case Rounding::kTowardZero:
      case Rounding::kPort:
        return false;
      case Rounding::kStochastic:
        break;
    }
    const double fraction = from_below / (from_below + to_above);
    return std::floor(std::ldexp(fraction, direction.random_bits)) +
               static_cast<double>(direction.random) >=
           std::ldexp(1.0, direction.random_bits);
  }

  // The place in `list` that `magnitude` goes to.
  static std::size_t Choose(const std::vector<double>& list, double magnitude, bool negative,
                            const Direction& direction) {
    const auto above = std::ranges::upper_bound(list, magnitude);
    if (above == list.begin()) return 0;
    const std::size_t index = above - list.begin() - 1;
    if (list[index] == magnitude) return index;
    return index +
           (GoesUp(magnitude - list[index], *above - magnitude, index % 2 != 0, negative, direction)
                ? 1
                : 0);
  }

  // In a format without zero its least number, which is not what was meant.
  Result Zero(bool negative, int flags) const {
    if (to.is_floating() && !to.has_zero) return {0, Flags::kUnderflow | Flags::kInexact};
    return {negative && to.has_negative_zero() ? to.sign_mask() : 0, flags};
  }

  // x is finite and not zero.
  Result Round(double x, const Direction& direction) const {
    if (to.is_integer()) return RoundToInteger(x, direction);
    constexpr int kTiny = Flags::kUnderflow | Flags::kInexact;
    const bool negative = x < 0;
    const double magnitude = std::fabs(x);
    if (flush && magnitude < least_normal) return Zero(negative, kTiny);
    const auto choose = [&](const std::vector<double>& list) {
      return Choose(list, magnitude, negative, direction);
    };
    const std::uint64_t index = choose(numbers);
    if (index > to.max_finite()) return TooLarge(negative, direction.rounding);
    const bool exact = numbers[index] == magnitude;
    const bool tiny =
        magnitude < least_normal && (tininess == Tininess::kBeforeRounding || !to.has_subnormals ||
                                     unbounded[choose(unbounded)] < least_normal);
    const int flags = exact ? 0 : tiny ? kTiny : int{Flags::kInexact};
    if (numbers[index] == 0) return Zero(negative, flags);
    if (negative && !to.has_sign) return NegativeIntoUnsigned();
    return {index | (negative ? to.sign_mask() : 0), flags};
  }

  Result RoundToInteger(double x, const Direction& direction) const {
    const bool negative = x < 0;
    const double ones = std::ldexp(std::fabs(x), to.point_bits);
    const double below = std::floor(ones);
    const bool exact = below == ones;
    const bool up = !exact && GoesUp(ones - below, below + 1 - ones, std::fmod(below, 2) != 0,
                                     negative, direction);
    const double rounded = negative ? -(below + (up ? 1 : 0)) : below + (up ? 1 : 0);
    const double least = LeastInteger(), most = static_cast<double>(to.max_finite());
    if (rounded < least || rounded > most) {
      constexpr int kTooLarge = Flags::kOverflow | Flags::kInexact;
      if (overflow != Overflow::kWrap)
        return {rounded < 0 ? to.min_finite() : to.max_finite(), kTooLarge};
      return {IntegerCode(static_cast<std::int64_t>(rounded)), kTooLarge};
    }
    const int flags = exact ? 0 : int{Flags::kInexact};
    return rounded == 0 ? Zero(negative, flags)
                        : Result{IntegerCode(static_cast<std::int64_t>(rounded)), flags};
  }

  double LeastInteger() const {
    const auto most = static_cast<double>(to.max_finite());
    if (to.encoding == Encoding::kUnsigned) return 0;
    return to.encoding == Encoding::kTwosComplement ? -most - 1 : -most;
  }
  // The low bits of an integer; of its magnitude, below its sign.
  std::uint64_t IntegerCode(std::int64_t integer) const {
    if (to.encoding != Encoding::kSignMagnitude) return integer & to.code_mask();
    return (std::abs(integer) & to.max_finite()) | (integer < 0 ? to.sign_mask() : 0);
  }

  // IEEE 754 section 7.4: where the result, were the exponent unbounded, is beyond the largest.
  Result TooLarge(bool negative, Rounding rounding) const {
    constexpr int kTooLarge = Flags::kOverflow | Flags::kInexact;
    if (negative && !to.has_sign) return NegativeIntoUnsigned();
    const std::uint64_t largest = negative ? to.min_finite() : to.max_finite();
    const bool stays =
        rounding == Rounding::kTowardZero || rounding == Rounding::kToOdd ||
        rounding == (negative ? Rounding::kTowardPositive : Rounding::kTowardNegative);
    if (stays || overflow == Overflow::kSaturate) return {largest, kTooLarge};
    if (overflow == Overflow::kNan) return {to.canonical_nan(), kTooLarge};
    return {to.infinity(negative), kTooLarge};
  }

  Result NegativeIntoUnsigned() const {
    if (overflow != Overflow::kSaturate && to.has_nan()) {
      return {to.canonical_nan(), Flags::kInvalid};
    }
    return {0, Flags::kOverflow | Flags::kInexact};
  }

  Result Nan(bool invalid) const {
    return {to.canonical_nan(), invalid || !to.has_nan() ? Flags::kInvalid : 0};
  }

  // An infinite operand has come through; `clamps`: conversions saturate it.
  Result Infinity(bool negative, bool clamps) const {
    constexpr int kTooLarge = Flags::kOverflow | Flags::kInexact;
    const bool saturates = overflow == Overflow::kSaturate;
    if (negative && !to.is_signed()) return NegativeIntoUnsigned();
    if (to.has_infinity() && !(saturates && clamps)) return {to.infinity(negative), 0};
    if (to.has_nan() && !saturates) return {to.canonical_nan(), kTooLarge};
    return {negative ? to.min_finite() : to.max_finite(), kTooLarge};
  }
};

}  // namespace macroscope
