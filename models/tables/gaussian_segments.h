// The entries of Gaussian logarithms' tables, once their widths are chosen.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "models/tables/gaussian_tables.h"

namespace macroscope {

inline int BitLengthOf(std::uint64_t value) { return static_cast<int>(std::bit_width(value)); }

// To the nearest multiple of 2^-bits, in such units; halves up.
inline std::int64_t RoundedTo(std::int64_t exact, int bits) {
  const int dropped = kExactBits - bits;
  return (exact + (std::int64_t{1} << (dropped - 1))) >> dropped;
}

// A value of a list that ends where its values round to 0.
inline std::int64_t At(const std::vector<std::int64_t>& exact, std::uint64_t d) {
  return d < exact.size() ? exact[static_cast<std::size_t>(d)] : 0;
}

// Fills a table that is empty from the values by distance (ExactGaussian), with the widths that
// `shape` has: segments with lines, or with falls if it is bipartite.
void FillSegments(const std::vector<std::int64_t>& exact, const GaussianTables& shape,
                  GaussianTable& table);

}  // namespace macroscope
