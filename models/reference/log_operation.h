// Arithmetic of logarithmic formats, correctly rounded: an exact number from the operands, whose
// logarithm goes to the nearest step, ties to the even one. That is nearest in the logarithm, not
// in the number. It has no tables.
#pragma once

#include <cstdint>
#include <span>

#include "models/formats/log_number.h"
#include "models/reference/log_sum.h"

namespace macroscope {

// What becomes of a number that is not zero and whose nearest logarithm is below the least.
enum class LogUnderflow : std::uint8_t {
  kLeast,  // The least number of its sign, as encoders have it.
  kZero,   // Zero, as adders have it. A format without zero has the least all the same.
};

// A code of `from`, a logarithm or a log posit, rounded into an integer, a floating format or a
// posit.
Quantized LogToLinear(const Format& from, std::uint64_t code, const Format& to,
                      const RoundingChoice& choice);

class LogOperation {
 public:
  // Operands of formats `a` and `b`, results of `z`, all of the logarithmic family; else throws
  // std::invalid_argument. Magnitudes beyond the greatest become the greatest; zero into a format
  // without one the least, positive; negative numbers into one without a sign what zero becomes.
  LogOperation(Format a, Format b, Format z, LogUnderflow underflow);

  std::uint64_t Add(std::uint64_t a, std::uint64_t b);
  std::uint64_t Subtract(std::uint64_t a, std::uint64_t b);
  std::uint64_t Multiply(std::uint64_t a, std::uint64_t b);
  // a*b + c, c of z's format; rounded once.
  std::uint64_t MultiplyAdd(std::uint64_t a, std::uint64_t b, std::uint64_t c);
  std::uint64_t Divide(std::uint64_t a, std::uint64_t b);  // By zero: the greatest, of a's sign.
  // a into z.
  std::uint64_t Convert(std::uint64_t a);
  // sum a[i] * b[i], exact, rounded once. Throws std::invalid_argument if the counts differ.
  std::uint64_t Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);
  // The same sum, not rounded.
  const LogSum& ExactDot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

  // A number of another format, which is an integer, floating, a posit or a codebook, into z. NaN
  // becomes what zero does, infinity the greatest.
  std::uint64_t FromLinear(const Format& from, std::uint64_t code);

 private:
  void AddNumber(const LogNumber& number, bool negate);
  void AddProduct(const LogNumber& x, const LogNumber& y);
  std::int64_t CommonSteps(const LogNumber& number) const;  // In steps_per_octave_.
  std::uint64_t Round();
  std::uint64_t Encode(bool negative, std::int64_t steps) const;
  std::uint64_t Zero() const;

  Format a_, b_, z_;
  LogUnderflow underflow_;
  int steps_per_octave_;  // In which the operands' logarithms are whole.
  LogSum sum_;
};

}  // namespace macroscope
