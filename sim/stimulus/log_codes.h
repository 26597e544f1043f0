// Codes of formats that hold logarithms: those of values, corners and neighbours.
#pragma once

#include <cstdint>
#include <vector>

#include "models/formats/format.h"
#include "sim/stimulus/corner_list.h"
#include "sim/stimulus/guess.h"
#include "sim/stimulus/random.h"

namespace macroscope {

// Codes of a format that holds logarithms.
class LogCodes {
 public:
  explicit LogCodes(const Format& format) : format_(format) {}

  // Of the number nearest to (-1)^negative * 2^(steps / steps_per_octave), kept in range.
  std::uint64_t Code(bool negative, std::int64_t steps) const;
  // About the value of a code; 0 where it is no number.
  Guess Value(std::uint64_t code) const;
  // As a double, 0 where it is no number; and the code whose logarithm is nearest to a double's.
  double Number(std::uint64_t code) const;
  std::uint64_t Nearest(double value) const;
  const Format& format() const { return format_; }
  std::int64_t steps_per_octave() const;
  std::int64_t greatest_steps() const;

 private:
  Format format_;
};

// Draws them, the corners more often than chance.
class LogCorners {
 public:
  explicit LogCorners(const Format& format);

  // Any code in half the draws, else zero, no number, an end of the range, one, a power of two or a
  // walking bit, or a neighbour of these.
  std::uint64_t Draw(Random& random) const { return corners_.Draw(random); }
  const LogCodes& codes() const { return codes_; }

 private:
  static std::vector<std::uint64_t> Corners(const LogCodes& codes);

  LogCodes codes_;
  CornerList corners_;
};

}  // namespace macroscope
