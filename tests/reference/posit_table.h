// Rounding by looking: the magnitudes between which a posit's codes change, in order, counted in
// units of 2^-56. They are the values of a posit one bit longer. For posits whose longer ones have
// scales of at most 28.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "tests/formats/posit_by_definition.h"

namespace macroscope {

class PositTable {
 public:
  using Wide = __int128;
  static constexpr int kPointBits = 56;

  PositTable(int width_bits, int exponent_bits) : nar_(std::uint64_t{1} << (width_bits - 1)) {
    values_.resize(2 * nar_);
    for (std::uint64_t code = 1; code < nar_; ++code) {
      values_[code] = Read(width_bits, exponent_bits, code);
      values_[2 * nar_ - code] = -values_[code];
      if (code + 1 < nar_) {
        boundaries_.push_back(Read(width_bits + 1, exponent_bits, 2 * code + 1)
                              << (kPointBits / 2));
      }
    }
  }

  std::uint64_t nar() const { return nar_; }
  std::uint64_t codes() const { return 2 * nar_; }
  // In units of 2^-28, so that products are in those of the table.
  Wide value(std::uint64_t code) const { return values_[code]; }

  std::uint64_t Round(Wide x) const {
    if (x == 0) return 0;
    const Wide magnitude = x < 0 ? -x : x;
    const auto boundary = std::ranges::lower_bound(boundaries_, magnitude);
    std::uint64_t code = 1 + (boundary - boundaries_.begin());
    // On the boundary above, the even one of the two codes.
    if (boundary != boundaries_.end() && *boundary == magnitude) code += code % 2;
    return x < 0 ? 2 * nar_ - code : code;
  }

 private:
  static Wide Read(int width_bits, int exponent_bits, std::uint64_t code) {
    const PositText text = ReadPosit(width_bits, exponent_bits, code);
    const int shift = text.scale - static_cast<int>(text.fraction.size()) + kPointBits / 2;
    return Wide{std::stoll("1" + text.fraction, nullptr, 2)} << shift;
  }

  std::uint64_t nar_;
  std::vector<Wide> values_;
  std::vector<Wide> boundaries_;
};

}  // namespace macroscope
