// Random blocks of values at the edges of block_quantize's divisions: a largest value at which the
// nearest scale changes, or just beside it, and others that are elements or midpoints of two under
// one of both scales, or just beside them.
#pragma once

#include "models/common/bits.h"
#include "models/design/design.h"
#include "sim/stimulus/random.h"

namespace macroscope {

class QuotientBlocks {
 public:
  explicit QuotientBlocks(const Design& design);

  // The values of one block as a word, lane 0 lowest.
  Bits Draw(Random& random) const;

 private:
  // The value of a code without a sign, and a code of `format` or, in half the draws, midway to the
  // next.
  static double ValueOf(const Format& format, std::uint64_t code);
  static double NearAnEdge(const Format& format, std::uint64_t code, std::uint64_t word);
  // A code of the source at `magnitude`, or the next on either side, without a sign.
  std::uint64_t CodeNear(double magnitude, std::uint64_t word) const;

  Format source_;
  Format scale_;
  Format element_;
  int lanes_;
  double greatest_element_;
};

}  // namespace macroscope
