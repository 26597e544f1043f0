// An exact sum of numbers given by their logarithms. Each is a power of two times 2^(r/n), n steps
// an octave; those of one remainder r add up as integers, and 1, 2^(1/n), 2^(2/n), ... are linearly
// independent over the integers. So a sum is zero only if each remainder's is, and rational only if
// none but that of r = 0 is left: its rounding is then exact, and else no number lies on a
// boundary, so that enough digits decide on which side it is (Ziv's strategy, MPFR with bounds on
// both sides).
#pragma once

#include <cstdint>
#include <map>

#include "models/reference/big_float.h"
#include "models/reference/big_integer.h"
#include "models/reference/rounding.h"

namespace macroscope {

class LogSum {
 public:
  explicit LogSum(int steps_per_octave) : steps_per_octave_(steps_per_octave) {}

  void Clear();
  // Adds (-1)^negative * 2^(steps / steps_per_octave).
  void Add(bool negative, std::int64_t steps);
  // Adds value * 2^exponent.
  void AddDyadic(mpz_srcptr value, std::int64_t exponent);

  bool is_zero() const;
  // The sum of the terms of one remainder, times 2^-exponent of the least bit among all terms so
  // far; null if there was none.
  const BigInteger* Bin(std::int64_t remainder) const;
  std::int64_t exponent() const { return exponent_; }

  struct Logarithm {
    bool negative = false;  // Of the sum.
    std::int64_t steps = 0;
  };
  // log2 |sum| in steps of an octave, `steps_per_octave` of them, to the nearest, ties to the even
  // one. The sum is not zero.
  Logarithm NearestLogarithm(int steps_per_octave) const;
  // The sum, rounded once into an integer, floating format or posit. It is not zero.
  Quantized RoundTo(const Format& to, const RoundingChoice& choice) const;

 private:
  struct Bounds {
    BigFloat low, high;
  };
  // Adds value * 2^exponent * 2^(remainder / steps_per_octave_).
  void AddToBin(std::int64_t remainder, mpz_srcptr value, std::int64_t exponent);
  bool IsDyadic() const;
  // The logarithm's numerator over steps_per_octave_, if it is rational; then returns true.
  bool RationalLogarithm(Logarithm& numerator) const;
  // Of the sum times 2^-exponent_, with so many bits.
  void Bound(mpfr_prec_t bits, Bounds& bounds) const;

  int steps_per_octave_;
  std::int64_t exponent_ = 0;                // Of the bins' least bits.
  std::map<std::int64_t, BigInteger> bins_;  // By remainder.
};

}  // namespace macroscope
