// What the searches for the smallest tables of Gaussian logarithms share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/tables/gaussian_tables.h"

namespace macroscope {

inline constexpr int kMostGuardBits = 6;

// Distances at which values are looked up.
struct DistanceRange {
  std::uint64_t first = 0;
  std::uint64_t last = 0;
};

// Bits of the greatest distance at which anything is not 0.
int DistanceBits(const GaussianDomain& domain, const ExactGaussian& exact);

// Those that there are tables or a value for; differences have nothing of 0.
DistanceRange RangeOf(const GaussianDomain& domain, const ExactGaussian& exact, bool subtracts);

// The worst error of a range, in whole steps; none if it is beyond the limit.
std::optional<double> WorstWithin(const ErrorLimit& limit, const std::vector<std::int64_t>& exact,
                                  const GaussianTables& tables, bool subtracts,
                                  DistanceRange range);

// Throws std::invalid_argument.
[[noreturn]] void NoTables(const std::string& why);

// "<none> of at most ... bits reach that error".
[[noreturn]] void NoneReachTheError(const std::string& none);

}  // namespace macroscope
