#include "models/tables/gaussian_search.h"

#include <algorithm>
#include <stdexcept>

#include "models/tables/gaussian_segments.h"

namespace macroscope {
namespace {

constexpr std::int64_t kHalf = std::int64_t{1} << (kExactBits - 1);

}  // namespace

int DistanceBits(const GaussianDomain& domain, const ExactGaussian& exact) {
  const auto nonzero = [](const std::vector<std::int64_t>& values) {
    std::size_t count = values.size();
    while (count > 1 && values[count - 1] < kHalf) --count;
    return count;
  };
  const std::uint64_t greatest = std::max(nonzero(exact.sum), nonzero(exact.difference)) - 1;
  return std::max(1, BitLengthOf(std::min<std::uint64_t>(
                         greatest, static_cast<std::uint64_t>(domain.greatest_distance))));
}

DistanceRange RangeOf(const GaussianDomain& domain, const ExactGaussian& exact, bool subtracts) {
  // Short tables may have something where the values are next to nothing.
  const std::uint64_t looked_up = std::uint64_t{1} << DistanceBits(domain, exact);
  const std::uint64_t values = (subtracts ? exact.difference : exact.sum).size();
  return {.first = subtracts ? std::uint64_t{1} : 0,
          .last = std::min<std::uint64_t>(static_cast<std::uint64_t>(domain.greatest_distance),
                                          std::max(looked_up, values) - 1)};
}

std::optional<double> WorstWithin(const ErrorLimit& limit, const std::vector<std::int64_t>& exact,
                                  const GaussianTables& tables, bool subtracts,
                                  DistanceRange range) {
  double worst = 0;
  for (std::uint64_t d = range.first; d <= range.last; ++d) {
    const std::int64_t steps = tables.Steps(subtracts, d);
    const std::int64_t off = (steps << kExactBits) - At(exact, d);
    const double error = static_cast<double>(off < 0 ? -off : off) / (1 << kExactBits);
    // Where values must be the nearest, it is the same nearest: none lies between two steps.
    if (limit.is_nearest ? steps != RoundedTo(At(exact, d), 0) : !limit.Allows(error)) {
      return std::nullopt;
    }
    worst = std::max(worst, error);
  }
  return worst;
}

void NoTables(const std::string& why) { throw std::invalid_argument(why); }

void NoneReachTheError(const std::string& none) {
  NoTables(none + " of at most " + std::to_string(kMostTableBits) + " bits reach that error");
}

}  // namespace macroscope
