// How a code holds a logarithm of base two as a fixed-point number t.
//
//   | sign | zero flag | t |     value = (-1)^sign * 2^((t - bias) / steps_per_octave)
//     if      if it
//     any     has one
//
// With 2^F steps an octave the logarithm has F fraction bits; the base is 2^(1/steps_per_octave).
#pragma once

#include <bit>
#include <cstdint>

namespace macroscope {

inline constexpr int kMaxLogarithmBits = 31;
inline constexpr int kMaxStepsPerOctave = 1 << 20;
// Numbers stay within what the widest floating type of C prints.
inline constexpr int kMostOctaves = 16000;

// What means zero, which has no logarithm.
enum class LogZero : std::uint8_t {
  kLeastCode,  // The least t.
  kFlag,       // A bit of its own, whatever t.
  kNone,       // Nothing: the least number stands in for zero.
};

struct LogLayout {
  int logarithm_bits = 0;  // Of t, 2 to 31.
  int steps_per_octave = 1;
  int bias = 0;                     // In steps.
  bool is_twos_complement = false;  // Of t; else it is unsigned.
  LogZero zero = LogZero::kLeastCode;

  // Of logarithms in octaves; of no meaning unless steps_per_octave is a power of two.
  int fraction_bits() const { return std::countr_zero(static_cast<unsigned>(steps_per_octave)); }
  std::uint64_t mask() const { return (std::uint64_t{1} << logarithm_bits) - 1; }
  // The least t as a code: all zeros, or the sign bit alone.
  std::uint64_t least_field() const {
    return is_twos_complement ? std::uint64_t{1} << (logarithm_bits - 1) : 0;
  }
  // The logarithm in steps, and back; both of what fits.
  std::int64_t Steps(std::uint64_t field) const {
    const auto unsigned_steps = static_cast<std::int64_t>((field & mask()) ^ least_field());
    return unsigned_steps - static_cast<std::int64_t>(least_field()) - bias;
  }
  std::uint64_t Field(std::int64_t steps) const {
    return static_cast<std::uint64_t>(steps + bias) & mask();
  }
  // The logarithms of numbers other than zero.
  std::int64_t least_steps() const {
    return Steps(least_field()) + (zero == LogZero::kLeastCode ? 1 : 0);
  }
  std::int64_t greatest_steps() const { return Steps(least_field() ^ mask()); }

  friend bool operator==(const LogLayout&, const LogLayout&) = default;
};

}  // namespace macroscope
