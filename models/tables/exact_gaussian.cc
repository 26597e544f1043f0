// The values that tables are made from and judged by.
#include <algorithm>
#include <stdexcept>
#include <string>

#include "models/tables/gaussian_segments.h"
#include "models/tables/kept.h"
#include "models/tables/log_functions.h"

namespace macroscope {
namespace {

constexpr int kMostReachBits = kMostTableIndexBits + 1;
// An eighth of a step, which is nothing to any table.
constexpr std::int64_t kNothing = std::int64_t{1} << (kExactBits - 3);

}  // namespace

std::shared_ptr<const ExactGaussian> ExactValues(const GaussianDomain& domain) {
  // Beyond so many octaves all is less than half a step, and longer tables than any are not tried.
  const int octaves = BitLengthOf(static_cast<std::uint64_t>(domain.steps_per_octave)) + 1;
  const std::int64_t reach =
      std::min(domain.greatest_distance, std::int64_t{octaves} * domain.steps_per_octave);
  if (const int bits = BitLengthOf(static_cast<std::uint64_t>(reach)); bits > kMostReachBits) {
    throw std::invalid_argument("distances of up to " + std::to_string(bits) +
                                " bits matter, and tables have at most " +
                                std::to_string(kMostTableIndexBits) + " index bits");
  }
  static Kept<GaussianDomain, ExactGaussian> kept;
  return kept.Get(domain, [&] {
    const std::int64_t scale = std::int64_t{domain.steps_per_octave} << kExactBits;
    ExactGaussian exact;
    const auto list = [&](std::vector<std::int64_t>& values, bool subtracts) {
      for (std::int64_t d = 0; d <= domain.greatest_distance; ++d) {
        const LogSteps at = {d, domain.steps_per_octave};
        values.push_back(!subtracts ? NearestSumLogarithm(at, scale)
                         : d == 0   ? 0
                                    : -NearestDifferenceLogarithm(at, scale));
        if (d > 0 && values.back() < kNothing) return;
      }
    };
    list(exact.sum, false);
    list(exact.difference, true);
    return exact;
  });
}

}  // namespace macroscope
