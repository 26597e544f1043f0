// Random blocks of values where block_quantize tends to be wrong. A block has a top exponent: any,
// one at either end of the source's, or one at which the scale's format ends. Its lanes are
//   the top        of that exponent, its fraction at or beside an edge of some rule of scales
//   below it       within reach of the elements' places, ending in halves and what is beside them
//   lost           smaller than any element, subnormal, or zero of either sign
//   corners        any code, infinities and NaNs among them; in few blocks
// Where the scale is no power of two, half of the blocks are at the edges of the divisions instead.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "models/design/design.h"
#include "sim/stimulus/corner_codes.h"
#include "sim/stimulus/quotient_blocks.h"
#include "sim/stimulus/random.h"
#include "sim/stimulus/random_source.h"

namespace macroscope {

class BlockValues : public RandomSource {
 public:
  // The stream does not end.
  BlockValues(const Design& design, std::uint64_t seed);

  std::size_t Fill(const OperandBuffers& out) override;
  // There is neither c nor r.
  void Complete(const OperandBuffers& out) override;
  std::string extent() const override;

 private:
  // What the lanes of one block are drawn from.
  struct Block {
    int top = 0;  // Biased exponent; 0: subnormal.
    std::uint64_t kind = 0;
  };

  Bits Draw();
  int TopField();
  std::uint64_t Lane(const Block& block);
  // Random bits from the top, then one of the tails that rounding looks at.
  std::uint64_t Fraction();
  std::uint64_t EdgeFraction();
  std::uint64_t Code(int field, std::uint64_t fraction, bool negative) const;

  std::uint64_t seed_;
  Format format_;
  int lanes_;
  int greatest_field_;
  int reach_;                  // Exponents from the greatest element down to below the least.
  int least_scaled_field_;     // Of a largest value that has the least scale,
  int greatest_scaled_field_;  // and the greatest.
  int element_fraction_bits_;
  Random random_;
  CornerCodes corners_;
  std::optional<QuotientBlocks> quotients_;
};

}  // namespace macroscope
