// Random operands of units that compute with double-base numbers: corner codes, and accumulators
// that products nearly cancel, or that are near an end of the range.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/design/design.h"
#include "sim/stimulus/corner_list.h"
#include "sim/stimulus/guess.h"
#include "sim/stimulus/random.h"
#include "sim/stimulus/random_source.h"

namespace macroscope {

// About the value of a code of a double-base format, and exactly that of a power of three below
// 2^53; 0 where it is no number.
Guess DoubleBaseValue(const Format& format, std::uint64_t code);

class DoubleBaseOperands : public RandomSource {
 public:
  // For log_mac into fixed point. `c_bits` is Unit::c_bits(). The stream does not end.
  DoubleBaseOperands(const Design& design, int c_bits, std::uint64_t seed);

  std::size_t Fill(const OperandBuffers& out) override;
  std::string extent() const override;
  void Complete(const OperandBuffers& out) override;

 private:
  // Zero, no number, one, the ends of both exponents and walking bits, one code further either way.
  static std::vector<std::uint64_t> Corners(const Format& format);
  void DrawAddend(const OperandBuffers& out, std::size_t i);

  std::uint64_t seed_;
  Format a_;
  Format b_;
  int word_bits_;
  int c_bits_;
  std::size_t c_limbs_;
  int least_exponent_;
  Random random_;
  CornerList a_corners_;
  CornerList b_corners_;
};

}  // namespace macroscope
