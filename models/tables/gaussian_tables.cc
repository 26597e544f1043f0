// The search for the smallest tables; gaussian_segments.h fills them.
#include "models/tables/gaussian_tables.h"

#include <limits>
#include <optional>
#include <stdexcept>
#include <string>

#include "models/tables/gaussian_search.h"
#include "models/tables/gaussian_segments.h"
#include "models/tables/kept.h"

namespace macroscope {
namespace {

// Tables of the widths that `tables` has, with their errors; none if they miss the limit, or have
// most_bits or more.
std::optional<GaussianTables> Build(const GaussianDomain& domain, const ExactGaussian& exact,
                                    GaussianTables tables, const ErrorLimit& limit,
                                    std::int64_t most_bits) {
  tables.rest_bits = tables.distance_bits - 1 - tables.mantissa_bits;
  for (const bool subtracts : {false, true}) {
    FillSegments(subtracts ? exact.difference : exact.sum, tables,
                 subtracts ? tables.difference : tables.sum);
  }
  if (tables.bits() >= most_bits) return std::nullopt;
  for (const bool subtracts : {false, true}) {
    GaussianTable& table = subtracts ? tables.difference : tables.sum;
    const auto& values = subtracts ? exact.difference : exact.sum;
    const auto worst =
        WorstWithin(limit, values, tables, subtracts, RangeOf(domain, exact, subtracts));
    if (!worst) return std::nullopt;
    table.worst_error = *worst;
  }
  return tables;
}

// The tables of the fewest bits that keep to a limit, of all widths that are tried.
class LeastTables {
 public:
  LeastTables(const GaussianDomain& domain, const ErrorLimit& limit)
      : domain_(domain),
        limit_(limit),
        exact_(ExactValues(domain)),
        distance_bits_(DistanceBits(domain, *exact_)) {}

  int distance_bits() const { return distance_bits_; }
  int most_mantissa_bits() const { return std::min(distance_bits_ - 1, kMostTableIndexBits); }

  void Try(GaussianTables widths) {
    widths.distance_bits = distance_bits_;
    for (widths.guard_bits = 0; widths.guard_bits <= kMostGuardBits; ++widths.guard_bits) {
      auto tables =
          Build(domain_, *exact_, widths, limit_, best_ ? best_->bits() : kMostTableBits + 1);
      if (!tables) continue;
      best_ = std::move(tables);
      return;  // More guard bits are more bits.
    }
  }

  GaussianTables Found(const std::string& none) const {
    if (best_) return *best_;
    NoneReachTheError(none);
  }

 private:
  GaussianDomain domain_;
  ErrorLimit limit_;
  std::shared_ptr<const ExactGaussian> exact_;
  int distance_bits_;
  std::optional<GaussianTables> best_;
};

}  // namespace

GaussianTables::Place GaussianTables::PlaceOf(std::uint64_t distance) const {
  const int e = std::max(0, BitLengthOf(distance) - 1 - mantissa_bits);
  const std::uint64_t rest = distance & ((std::uint64_t{1} << e) - 1);
  Place place;
  place.index = (static_cast<std::uint64_t>(e) << mantissa_bits) + (distance >> e);
  place.rest = rest << (rest_bits - e);
  place.slope_index = is_bipartite() ? (place.index >> (mantissa_bits - group_bits) << fall_bits) +
                                           (place.rest >> (rest_bits - fall_bits))
                                     : place.index;
  return place;
}

std::int64_t GaussianTables::Value(bool subtracts, std::uint64_t distance) const {
  if (distance >> distance_bits != 0) return 0;
  if (subtracts && cotransformation.Splits(distance)) {
    const Cotransformation::Parts parts = cotransformation.PartsOf(distance, guard_bits);
    return parts.below - (parts.are_two ? Value(/*subtracts=*/false, parts.distance) : 0);
  }
  const GaussianTable& table = subtracts ? difference : sum;
  const Place place = PlaceOf(distance);
  return static_cast<std::int64_t>(table.base[place.index] -
                                   Fall(table.slope[place.slope_index], place.rest));
}

std::int64_t GaussianTables::Steps(bool subtracts, std::uint64_t distance) const {
  const std::int64_t value = Value(subtracts, distance);
  return subtracts && is_cotransformed() ? -WholeSteps(-value, guard_bits)
                                         : WholeSteps(value, guard_bits);
}

std::shared_ptr<const GaussianTables> FullGaussianTables(const GaussianDomain& domain) {
  static Kept<GaussianDomain, GaussianTables> kept;
  return kept.Get(domain, [&] {
    const auto exact = ExactValues(domain);
    const int distance_bits = DistanceBits(domain, *exact);
    if (distance_bits > kMostTableIndexBits) {
      NoTables("it takes tables of " + std::to_string(distance_bits) + " index bits; the most is " +
               std::to_string(kMostTableIndexBits));
    }
    GaussianTables widths;
    widths.distance_bits = distance_bits;
    widths.mantissa_bits = distance_bits - 1;
    auto tables = Build(domain, *exact, widths, {.is_nearest = true, .below = 0, .at_most = 0},
                        std::numeric_limits<std::int64_t>::max());
    if (!tables) throw std::logic_error("a full table misses a value");
    if (tables->bits() > kMostTableBits) {
      NoTables("it takes " + std::to_string(tables->bits()) + " bits of tables; the most is " +
               std::to_string(kMostTableBits));
    }
    return *tables;
  });
}

std::shared_ptr<const GaussianTables> InterpolatedGaussianTables(const GaussianDomain& domain,
                                                                 const ErrorLimit& limit) {
  static Kept<std::pair<GaussianDomain, ErrorLimit>, GaussianTables> kept;
  return kept.Get({domain, limit}, [&] {
    LeastTables least(domain, limit);
    GaussianTables widths;
    for (; widths.mantissa_bits < least.most_mantissa_bits(); ++widths.mantissa_bits) {
      least.Try(widths);
    }
    return least.Found("no tables of lines");
  });
}

std::shared_ptr<const GaussianTables> BipartiteGaussianTables(const GaussianDomain& domain,
                                                              const ErrorLimit& limit) {
  static Kept<std::pair<GaussianDomain, ErrorLimit>, GaussianTables> kept;
  return kept.Get({domain, limit}, [&] {
    LeastTables least(domain, limit);
    GaussianTables widths;
    for (int m = 0; m < least.most_mantissa_bits(); ++m) {
      widths.mantissa_bits = m;
      const int rest_bits = least.distance_bits() - 1 - m;
      for (widths.group_bits = 0; widths.group_bits <= m; ++widths.group_bits) {
        // Bits of the greatest index of a fall, but for those of the rest.
        const int rows = BitLengthOf(static_cast<std::uint64_t>(rest_bits) + 1) + widths.group_bits;
        const int most = std::min(rest_bits, kMostTableIndexBits - rows);
        for (widths.fall_bits = 1; widths.fall_bits <= most; ++widths.fall_bits) least.Try(widths);
      }
    }
    return least.Found("no two tables");
  });
}

}  // namespace macroscope
