// Multiply-add of log posits with a linear accumulator (Johnson 2018, ELMA), bit for bit as the
// public hardware of (8, 1, 5, 5, 7) does it. Its tables' entries are worked out anew each time.
//
//   product      logarithms add up, exactly: 2^(E + f / 2^F)
//   to linear    significand 2^alpha + round((2^(f / 2^F) - 1) 2^alpha)
//   accumulate   in units of the least product, rounded toward minus infinity; the sum wraps
//   to log       beta fraction bits to nearest even, their logarithm to gamma bits, then a posit's
//                string of bits to nearest even, sign and magnitude
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "models/formats/format.h"
#include "models/reference/big_integer.h"

namespace macroscope {

// What becomes of a product beyond the format's greatest number.
enum class ElmaProductOverflow : std::uint8_t {
  kLost,      // As in the public hardware, whose shift count wraps: it adds 0, or -1 unit.
  kSaturate,  // It counts as the greatest number.
};

class ElmaOperation {
 public:
  // Throws std::invalid_argument if `format` is no log posit.
  ElmaOperation(Format format, ElmaProductOverflow overflow, int guard_bits = 0);

  // Sign, the bits left of the point for the greatest number, and those right of it for the square
  // of the least, 38 of (8, 1); and guard bits.
  int accumulator_bits() const { return 2 + 3 * format_.posit.max_scale() + guard_bits_; }

  void Clear();
  // From an accumulator's word, of which the bit above its accumulator_bits() says NaR; and back.
  // Both have LimbsFor(accumulator_bits() + 1) limbs.
  void Start(std::span<const std::uint64_t> word);
  void Store(std::span<std::uint64_t> word) const;
  // Adds a product. NaR stays until Clear().
  void Accumulate(std::uint64_t a, std::uint64_t b);
  // The accumulator in hexadecimal, two's complement. (It has flags for NaR beside it.)
  std::string Word() const;
  // The accumulator as a code.
  std::uint64_t Readback() const;
  // Clears, accumulates and reads back. Throws std::invalid_argument if the counts differ.
  std::uint64_t Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

  // The tables: fraction bits of a significand from those of a logarithm, and back.
  std::uint64_t LinearEntry(std::uint64_t log_fraction) const;
  std::uint64_t LogarithmEntry(std::uint64_t linear_fraction) const;

 private:
  // Brings the sum back into the accumulator's range.
  void Wrap();
  std::uint64_t RoundToCode(int exponent, std::uint64_t log_fraction) const;

  Format format_;
  ElmaProductOverflow overflow_;
  int guard_bits_;
  BigInteger sum_;
  bool is_nar_ = false;
};

}  // namespace macroscope
