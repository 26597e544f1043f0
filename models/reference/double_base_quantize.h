// The double-base number nearest to a real.
#pragma once

#include <cstdint>
#include <vector>

#include "models/formats/format.h"
#include "models/reference/big_integer.h"

namespace macroscope {

// Codes of a double-base format by value. Which is nearest is decided in whole numbers.
class DoubleBaseCodes {
 public:
  // Throws std::invalid_argument if `format` holds no double-base numbers.
  explicit DoubleBaseCodes(const Format& format);

  // The code of the number nearest to x; of two equally near ones that of the greater magnitude.
  // Beyond the greatest it is the greatest; below half of the least magnitude, zero. A NaN gives
  // the NaN.
  std::uint64_t Nearest(double x) const;

  // Codes of the positive numbers, the least first.
  const std::vector<std::uint64_t>& positive() const { return positive_; }

 private:
  // Whether |x| reaches the middle of a positive number and the one below it, or zero below the
  // first.
  bool ReachesMiddleBelow(double magnitude, std::size_t place) const;

  Format format_;
  std::vector<std::uint64_t> positive_;
};

}  // namespace macroscope
