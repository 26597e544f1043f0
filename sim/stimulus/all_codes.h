// Every pair of codes once, in an order that is not smooth.
#pragma once

#include <cstdint>

#include "models/formats/format.h"

namespace macroscope {

inline constexpr int kMostAllPairsBits = 20;

class AllCodes {
 public:
  AllCodes(const Format& a, const Format& b, std::uint64_t seed);

  // 2^(bits of a and b); 2^63 where there are more.
  std::uint64_t pairs() const { return pairs_; }

  struct Pair {
    std::uint64_t a;
    std::uint64_t b;
  };
  // The pair at a place of the order; places from pairs() on start again.
  Pair At(std::uint64_t place) const;

 private:
  static constexpr int kRounds = 6;

  int a_bits_;
  std::uint64_t a_mask_;
  std::uint64_t b_mask_;
  std::uint64_t pairs_;
  std::uint64_t keys_[kRounds];
};

}  // namespace macroscope
