#include "models/reference/elma_sum.h"

#include <stdexcept>

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

void ElmaSum::Store(std::uint64_t* z) {
  Bits bits;
  operation_.Store(bits.limb);
  if (code_above_ > 0) bits.Insert(word_bits_, code_above_, operation_.Readback());
  for (int i = 0; i < limbs(); ++i) z[i] = bits.limb[i];
}

void ElmaSum::Operate(std::uint64_t a, std::uint64_t b, const std::uint64_t* c, std::uint64_t* z) {
  const Bits word = Bits::FromLimbs({c, static_cast<std::size_t>(limbs())}).Slice(0, word_bits_);
  operation_.Start(word.limb);
  operation_.Accumulate(a, b);
  Store(z);
}

void ElmaSum::Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
                  std::uint64_t* z) {
  if (a.size() != b.size()) throw std::invalid_argument("the operands' counts differ");
  operation_.Clear();
  for (std::size_t i = 0; i < a.size(); ++i) operation_.Accumulate(a[i], b[i]);
  Store(z);
}

}  // namespace macroscope
