// The functions that datapaths of logarithms look up, as nearest integers: MPFR with so many bits
// that the nearest is certain. What tables are made of, for laws and RTL alike; the reference has
// its own arithmetic.
#pragma once

#include <cstdint>

namespace macroscope {

// log2 of a magnitude in steps, `per_octave` of them an octave: 2^(steps / per_octave).
struct LogSteps {
  std::int64_t steps = 0;
  int per_octave = 1;
};

// 2^scale_bits * 2^x, x a logarithm. The result is below 2^62.
std::int64_t NearestPower(LogSteps x, int scale_bits);

// The same, rounded down; of a power that is irrational.
std::int64_t PowerBelow(LogSteps x, int scale_bits);

// 3^exponent as (1 + fraction / 2^fraction_bits) * 2^octave to the nearest, ties to even; one that
// rounds up to 2 is 1 of the next octave.
struct PowerOfThree {
  std::int64_t octave = 0;
  std::uint64_t fraction = 0;
};
PowerOfThree NearestPowerOfThree(int exponent, int fraction_bits);

// scale * log2(numerator / 2^point_bits), numerator > 0.
std::int64_t NearestLogarithm(std::uint64_t numerator, int point_bits, std::int64_t scale);

// The same, rounded down; of a logarithm that is irrational.
std::int64_t LogarithmBelow(std::uint64_t numerator, int point_bits, std::int64_t scale);

// scale * log2(1 + 2^-d) and scale * log2(1 - 2^-d): the Gaussian logarithms, what a sum's or a
// difference's logarithm has above that of the larger term, d being the distance of the two. d >= 0
// of the sum, d > 0 of the difference, which is negative.
std::int64_t NearestSumLogarithm(LogSteps d, std::int64_t scale);
std::int64_t NearestDifferenceLogarithm(LogSteps d, std::int64_t scale);

}  // namespace macroscope
