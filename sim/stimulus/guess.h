// Rough values of codes, for operands that nearly cancel or sit at a limit. A guess may be some
// units in the last place off: it chooses operands and judges nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "models/formats/format.h"

namespace macroscope {

// About significand * 2^exponent; 0 * 2^0 where there is no such number.
struct Guess {
  double significand = 0;
  int exponent = 0;
};

inline Guess Product(const Guess& x, const Guess& y) {
  return {x.significand * y.significand, x.exponent + y.exponent};
}

class Guesser {
 public:
  explicit Guesser(const Format& format);

  // 0 for infinities and NaNs.
  Guess Value(std::uint64_t code) const {
    return table_.empty() ? Compute(code) : table_[code & (table_.size() - 1)];
  }

  // A code about as large as `value`: cut to the format's precision, clamped to its range. The sign
  // is dropped where the format has none.
  std::uint64_t Code(const Guess& value) const;

  const Format& format() const { return format_; }

 private:
  Guess Compute(std::uint64_t code) const;
  std::uint64_t CodebookCode(const Guess& value) const;
  std::uint64_t FloatingCode(const Guess& value) const;
  std::uint64_t IntegerCode(const Guess& value) const;
  std::uint64_t PositCode(const Guess& value) const;

  Format format_;
  std::vector<Guess> table_;  // By code, for narrow formats.
};

}  // namespace macroscope
