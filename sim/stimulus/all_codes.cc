#include "sim/stimulus/all_codes.h"

#include <algorithm>

#include "sim/stimulus/random.h"

namespace macroscope {

AllCodes::AllCodes(const Format& a, const Format& b, std::uint64_t seed)
    : a_bits_(a.width_bits()),
      a_mask_(a.code_mask()),
      b_mask_(b.code_mask()),
      pairs_(std::uint64_t{1} << std::min(a.width_bits() + b.width_bits(), 63)) {
  Random random(seed);
  for (std::uint64_t& key : keys_) key = random.Next();
}

// A Feistel network: each round adds to one code a random function of the other, which the same
// round could take away again; so different places have different pairs, whatever the widths.
AllCodes::Pair AllCodes::At(std::uint64_t place) const {
  place &= pairs_ - 1;
  Pair pair{place & a_mask_, a_bits_ < 64 ? place >> a_bits_ & b_mask_ : 0};
  for (int round = 0; round < kRounds; round += 2) {
    pair.a = (pair.a + Random(keys_[round] ^ pair.b).Next()) & a_mask_;
    pair.b = (pair.b + Random(keys_[round + 1] ^ pair.a).Next()) & b_mask_;
  }
  return pair;
}

}  // namespace macroscope
