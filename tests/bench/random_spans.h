// Operands of one design, drawn at random, and room for its results.
#pragma once

#include <algorithm>
#include <random>
#include <span>
#include <vector>

#include "models/common/unit.h"

namespace macroscope {

// The spans begin at distances that are no multiple of a
// page's, lest a load waits for the store to another span that has the same place in its page.
class RandomSpans {
 public:
  static constexpr std::size_t kCount = 512;  // Operations: what stays in the first-level cache.

  explicit RandomSpans(const Unit& unit) : words_(kSpans * kDistance), flags(kCount) {
    const bool port = unit.design().rounding == Rounding::kPort;
    a = Fill(unit.a_bits(), 1);
    b = Fill(unit.b_bits(), 1);
    c = Fill(unit.c_bits(), unit.c_limbs());
    r = Fill(unit.r_bits(), 1);
    if (port) std::ranges::for_each(r, [](std::uint64_t& mode) { mode %= kPortModes; });
    z = Fill(unit.z_bits(), unit.z_limbs());
  }

 private:
  static constexpr std::size_t kSpans = 5, kMostLimbs = 2, kDistance = kMostLimbs * kCount + 72;

  std::span<std::uint64_t> Fill(int width_bits, int limbs) {
    const auto per_code = static_cast<std::size_t>(limbs);
    const auto span = std::span(words_).subspan(filled_++ * kDistance, kCount * per_code);
    if (width_bits == 0) return {};
    for (std::size_t i = 0; i < span.size(); ++i) {
      const int left = width_bits - 64 * static_cast<int>(i % per_code);
      span[i] = bits_() & (left >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << left) - 1);
    }
    return span;
  }

  std::mt19937_64 bits_{1};
  std::vector<std::uint64_t> words_;
  std::size_t filled_ = 0;

 public:
  std::span<std::uint64_t> a, b, c, r, z;
  std::vector<std::uint8_t> flags;
};

}  // namespace macroscope
