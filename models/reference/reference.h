// The judge: a*b + c in exact arithmetic (GMP), then one rounding. It knows no datapath, and no
// datapath knows it.
#pragma once

#include <cstdint>
#include <memory>
#include <span>

#include "models/common/bits.h"
#include "models/design/design.h"

namespace macroscope {

// TestFloat's flag bits.
struct Flags {
  static constexpr std::uint8_t kInexact = 1, kUnderflow = 2, kOverflow = 4, kDivideByZero = 8,
                                kInvalid = 16;
};

class Reference {
 public:
  explicit Reference(const Design& design);
  ~Reference();

  // One operation z = a*b + c. `flags`, if given, receives the OR of Flags bits (floating
  // accumulators; tininess after rounding); 0 for fixed point.
  Bits MultiplyAdd(std::uint64_t a, std::uint64_t b, const Bits& c, std::uint8_t* flags = nullptr);

  // Many: a, b one code each; c, z `LimbsFor(accumulator bits)` limbs each. Reuses its GMP storage.
  void Evaluate(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
                std::span<const std::uint64_t> c, std::span<std::uint64_t> z,
                std::span<std::uint8_t> flags = {});

  // sum a[i]*b[i], exact, rounded once into the accumulator.
  Bits Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

struct Quantized {
  std::uint64_t code = 0;
  std::uint8_t flags = 0;
};

// Rounds a value of one format into another: once, exactly. Every `overflow` has a meaning for
// every format: kInfinity gives infinity, else NaN, else the largest value, whichever `to` has
// first; kNan gives NaN, else the largest value; kWrap (integers; elsewhere as kSaturate) the low
// bits. As converters do, kSaturate also takes infinity to the largest finite value, while a sum
// keeps the infinity of an operand. NaN into a format without it is 0 and invalid; a negative
// number into an unsigned format is NaN if there is one and `overflow` is not kSaturate, else 0.
// Stochastic rounding takes `random`, of which the low `random_bits` are the dice (specs: carry-out
// of the top discarded bits + random).
Quantized Quantize(const Format& from, std::uint64_t code, const Format& to, Rounding rounding,
                   Overflow overflow, std::uint64_t random = 0, int random_bits = 0);
// The same for a double.
Quantized Quantize(double value, const Format& to, Rounding rounding, Overflow overflow,
                   std::uint64_t random = 0, int random_bits = 0);

}  // namespace macroscope
