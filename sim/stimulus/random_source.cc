#include "sim/stimulus/random_source.h"

#include "sim/stimulus/block_operands.h"
#include "sim/stimulus/block_values.h"
#include "sim/stimulus/corner_biased.h"
#include "sim/stimulus/double_base_operands.h"
#include "sim/stimulus/log_operands.h"
#include "sim/stimulus/quire_words.h"
#include "sim/stimulus/random_bits.h"

namespace macroscope {

std::unique_ptr<RandomSource> MakeRandomSource(const Design& design, int c_bits,
                                               std::uint64_t seed) {
  if (design.unit == UnitKind::kPositQuireRound) return std::make_unique<QuireWords>(design, seed);
  if (design.unit == UnitKind::kBlockQuantize) return std::make_unique<BlockValues>(design, seed);
  if (design.dot.lanes > 0) return std::make_unique<BlockOperands>(design, c_bits, seed);
  if (design.unit == UnitKind::kCodeSums) {
    return std::make_unique<RandomBits>(design, c_bits, seed);
  }
  if (design.a.is_double_base()) {
    return std::make_unique<DoubleBaseOperands>(design, c_bits, seed);
  }
  if (design.a.holds_logarithms()) return std::make_unique<LogOperands>(design, c_bits, seed);
  if (LimbsFor(OperandABits(design)) > 1 || LimbsFor(OperandBBits(design)) > 1) {
    return std::make_unique<RandomBits>(design, c_bits, seed);
  }
  return std::make_unique<CornerBiased>(design, c_bits, seed);
}

}  // namespace macroscope
