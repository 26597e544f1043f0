// Tables of the Gaussian logarithms, which a sum or a difference of two numbers given by their
// logarithms needs: with d >= 0 the distance of the two logarithms in steps, the result's is above
// (sum) or below (difference) the larger one's by
//
//   sum(d) = steps * log2(1 + 2^(-d / steps))
//   difference(d) = -steps * log2(1 - 2^(-d / steps))
//
// Both fall towards 0, steeply at first: the segments of a table are one step wide next to 0, and
// twice as wide wherever d has one bit more (Coleman 1990 and others call them nested):
//
//   d       | 1 | mantissa_bits | rest: e bits |     of fewer bits than these two: its own index
//   index   e * 2^mantissa_bits + | 1 | mantissa |
//
//   value(d) = base[index] - (slope[index] * rest * 2^(rest_bits - e) >> rest_bits),
//
// or, in bipartite tables (Das Sarma and Matula 1995), where a second table stands for the product:
//
//   fall = slope[index >> (mantissa_bits - group_bits), upper fall_bits of the aligned rest],
//
// in 2^-guard_bits of a step, and 0 where d has more than distance_bits. It is then rounded to
// whole steps, halves up.
//
// Next to 0 differences may be had by co-transformation instead (cotransformation.h): of distances
// of at most split_bits
//
//   difference(d) = below - sum(distance of the parts), in whole steps with halves of the result up
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>
#include <memory>
#include <vector>

#include "models/tables/cotransformation.h"
#include "models/tables/lookup_table.h"
#include "models/tables/whole_steps.h"

namespace macroscope {

// log2 of what tables are for, and how far apart two logarithms can be.
struct GaussianDomain {
  int steps_per_octave = 1;
  std::int64_t greatest_distance = 0;
  friend auto operator<=>(const GaussianDomain&, const GaussianDomain&) = default;
};

// One of the two functions.
struct GaussianTable {
  LookupTable base;
  LookupTable slope;       // Or falls, of bipartite tables. Empty where there is no rest.
  double worst_error = 0;  // Of the value rounded to whole steps, in steps, over all distances.

  std::int64_t bits() const { return base.bits() + slope.bits(); }
};

struct GaussianTables {
  int distance_bits = 1;
  int mantissa_bits = 0;
  int rest_bits = 0;
  int guard_bits = 0;
  // Of bipartite tables: mantissa bits that segments of one fall share, and how many bits of the
  // rest it goes by; 0 where segments have lines.
  int group_bits = 0;
  int fall_bits = 0;
  GaussianTable sum;
  GaussianTable difference;  // Of d = 0, which cancels, it has no value: 0 stands there.
  Cotransformation cotransformation;

  // Where a distance of at most distance_bits is looked up, and what of it is left, aligned.
  struct Place {
    std::uint64_t index = 0;
    std::uint64_t slope_index = 0;
    std::uint64_t rest = 0;
  };
  Place PlaceOf(std::uint64_t distance) const;
  bool is_bipartite() const { return fall_bits > 0; }
  // How far a value lies below its segment's base, by the entry at slope_index.
  std::uint64_t Fall(std::uint64_t entry, std::uint64_t rest) const {
    return is_bipartite() ? entry : (entry * rest) >> rest_bits;
  }
  // In 2^-guard_bits of a step.
  std::int64_t Value(bool subtracts, std::uint64_t distance) const;
  // The value in whole steps, as the result has it: halves of the value up, or of the result.
  std::int64_t Steps(bool subtracts, std::uint64_t distance) const;

  bool is_cotransformed() const { return cotransformation.split_bits > 0; }
  double worst_error() const { return std::max(sum.worst_error, difference.worst_error); }
  std::int64_t bits() const { return sum.bits() + difference.bits() + cotransformation.bits(); }
};

// What the error of a value, rounded to whole steps, may be.
struct ErrorLimit {
  bool is_nearest = false;  // The nearest step to each value.
  double below = 0;         // Else the error is less than this, or
  double at_most = 0;       // at most this.
  bool Allows(double error) const { return error < below || error <= at_most; }
  friend auto operator<=>(const ErrorLimit&, const ErrorLimit&) = default;
};

// Every value rounded to the nearest step; ends where all further ones are 0. Throws
// std::invalid_argument if it has more than kMostTableBits or kMostTableIndexBits.
std::shared_ptr<const GaussianTables> FullGaussianTables(const GaussianDomain& domain);

// The fewest bits with which straight lines keep to the limit. Throws std::invalid_argument if none
// does.
std::shared_ptr<const GaussianTables> InterpolatedGaussianTables(const GaussianDomain& domain,
                                                                 const ErrorLimit& limit);

// The same with a table in place of each line's product.
std::shared_ptr<const GaussianTables> BipartiteGaussianTables(const GaussianDomain& domain,
                                                              const ErrorLimit& limit);

// Lines of sums, differences of short distances by co-transformation, of others by lines.
std::shared_ptr<const GaussianTables> CotransformedGaussianTables(const GaussianDomain& domain,
                                                                  const ErrorLimit& limit);

// The worst error, over all distances, of any other way to have the values: value(subtracts,
// distance) in whole steps.
struct WorstErrors {
  double sum = 0;
  double difference = 0;
};
template <typename Value>
WorstErrors MeasureErrors(const GaussianDomain& domain, Value&& value);

// The values themselves, in 2^-kExactBits of a step, to the nearest; by distance.
inline constexpr int kExactBits = 24;
struct ExactGaussian {
  std::vector<std::int64_t> sum;
  std::vector<std::int64_t> difference;
};
std::shared_ptr<const ExactGaussian> ExactValues(const GaussianDomain& domain);

template <typename Value>
WorstErrors MeasureErrors(const GaussianDomain& domain, Value&& value) {
  const auto exact = ExactValues(domain);
  const auto error = [&](bool subtracts, std::int64_t d, std::int64_t of) {
    const std::int64_t got = static_cast<std::int64_t>(value(subtracts, d)) << kExactBits;
    return static_cast<double>(got > of ? got - of : of - got) / (1 << kExactBits);
  };
  WorstErrors worst;
  for (std::int64_t d = 0; d <= domain.greatest_distance; ++d) {
    const auto at = static_cast<std::size_t>(d);
    const auto of = [at](const std::vector<std::int64_t>& list) {
      return at < list.size() ? list[at] : 0;
    };
    worst.sum = std::max(worst.sum, error(false, d, of(exact->sum)));
    if (d > 0) worst.difference = std::max(worst.difference, error(true, d, of(exact->difference)));
  }
  return worst;
}

}  // namespace macroscope
