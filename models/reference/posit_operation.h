// Posit arithmetic (Posit Standard 2022, and its forerunners of exponent sizes 0 and 1): an exact
// number from the operands, then one rounding. NaR with anything is NaR.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "models/reference/rounding.h"
#include "models/reference/term.h"

namespace macroscope {

// The posit nearest to a quire of `posit`: its word in limbs, least first, a flag for NaR above it.
std::uint64_t RoundQuire(const Format& posit, std::span<const std::uint64_t> quire,
                         const Format& z);

class PositOperation {
 public:
  // Operands of format `a` (and the addend of an fma of `z`) and `b`, results of `z`: posits.
  // Throws std::invalid_argument for others.
  PositOperation(Format a, Format b, Format z);

  std::uint64_t Add(std::uint64_t a, std::uint64_t b);
  std::uint64_t Subtract(std::uint64_t a, std::uint64_t b);
  std::uint64_t Multiply(std::uint64_t a, std::uint64_t b);
  // a * b + c, rounded once.
  std::uint64_t Fma(std::uint64_t a, std::uint64_t b, std::uint64_t c);
  // sum a[i] * b[i] as a quire has it: exact, rounded once. Throws std::invalid_argument if the
  // counts differ.
  std::uint64_t Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

  // What the quire of `a` and `b`, of one format, holds after that sum: quire_bits() in
  // hexadecimal, two's complement. A sum that is too large wraps; NaR is a one and zeros.
  std::string QuireWord(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

 private:
  void Sum(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);
  std::uint64_t Round();

  Format a_, b_, z_;
  Term exact_, addend_;
  BigInteger scratch_;
};

}  // namespace macroscope
