// A sum of products in an integer of 1280 bits, and its one rounding.
#pragma once

#include <array>
#include <cstdint>

#include "models/design/design.h"
#include "models/formats/decode.h"

namespace macroscope {

class NaiveSum {
 public:
  // significand * 2^exponent of that sign, -600 <= exponent, and all below 2^650.
  void Add(bool negative, unsigned __int128 significand, int exponent);
  void AddInfinity(bool negative);
  void AddNan() { nan_ = true; }
  void Add(const Decoded& number);

  // The code in the accumulator's format, which is floating.
  std::uint64_t Round(const Design& design) const;

 private:
  static constexpr int kLimbs = 20, kLeastExponent = -600;
  bool Bit(int index) const { return (magnitude_[index / 64] >> (index % 64) & 1) != 0; }

  // Sums of positive and negative terms apart, until they are rounded.
  using Wide = std::array<std::uint64_t, kLimbs>;
  static void AddTo(Wide& sum, unsigned __int128 value, int position);
  Wide sums_[2] = {};
  mutable Wide magnitude_ = {};
  bool nan_ = false, infinite_[2] = {}, seen_[2] = {};
};

}  // namespace macroscope
