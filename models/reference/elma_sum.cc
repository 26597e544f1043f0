#include "models/reference/elma_sum.h"

#include "models/common/bits.h"

namespace macroscope {
namespace {

ElmaProductOverflow OverflowOf(const Design& design) {
  return design.overflow == Overflow::kSaturate ? ElmaProductOverflow::kSaturate
                                                : ElmaProductOverflow::kLost;
}

}  // namespace

ElmaSum::ElmaSum(const Design& design)
    : operation_(design.a, OverflowOf(design), design.accumulator.guard_bits),
      word_bits_(operation_.accumulator_bits() + 1),
      code_above_(design.accumulator.format.width_bits()) {
  if (!design.accumulator.shows_code()) code_above_ = 0;
}

void ElmaSum::Start(const std::uint64_t* c) {
  if (c == nullptr) return operation_.Clear();
  const Bits word = Bits::FromLimbs({c, static_cast<std::size_t>(limbs())}).Slice(0, word_bits_);
  operation_.Start(word.limb);
}

void ElmaSum::Store(std::uint64_t* z) {
  Bits bits;
  operation_.Store(bits.limb);
  if (code_above_ > 0) bits.Insert(word_bits_, code_above_, operation_.Readback());
  for (int i = 0; i < limbs(); ++i) z[i] = bits.limb[i];
}

}  // namespace macroscope
