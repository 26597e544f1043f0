// The search for the smallest tables with co-transformation.
#include <optional>

#include "models/tables/gaussian_search.h"
#include "models/tables/gaussian_segments.h"
#include "models/tables/gaussian_tables.h"
#include "models/tables/kept.h"

namespace macroscope {
namespace {

constexpr std::uint64_t PowerOfTwo(int bits) { return std::uint64_t{1} << bits; }

// Index of the segment that begins at the first distance of more than `bits` bits.
std::uint64_t IndexBeyond(int bits, const GaussianTables& lines) {
  const int e = std::max(0, bits - lines.mantissa_bits);
  return (static_cast<std::uint64_t>(e) << lines.mantissa_bits) + (PowerOfTwo(bits) >> e);
}

// The entries of a table from that index on.
LookupTable From(const LookupTable& table, std::uint64_t first) {
  LookupTable rest{.index_bits = table.index_bits, .entry_bits = 1, .entries = {}, .first = first};
  std::uint64_t all = 0;
  for (std::uint64_t i = first; i < table.entries.size(); ++i) {
    rest.entries.push_back(table[i]);
    all |= table[i];
  }
  if (rest.entries.empty()) return {.index_bits = 1, .entry_bits = 1, .entries = {}};
  rest.entry_bits = std::max(1, BitLengthOf(all));
  return rest;
}

// Of all widths that keep to a limit, those of the fewest bits. Their lines are those of
// InterpolatedGaussianTables. How far co-transformation reaches is one of the widths: next to 0 it
// has fewer entries than lines, which there are as short as a step, and farther off more.
class LeastCotransformation {
 public:
  LeastCotransformation(const GaussianDomain& domain, const ErrorLimit& limit)
      : limit_(limit),
        exact_(ExactValues(domain)),
        sums_(RangeOf(domain, *exact_, false)),
        differences_(RangeOf(domain, *exact_, true)),
        distance_bits_(DistanceBits(domain, *exact_)) {}

  GaussianTables Find() {
    if (distance_bits_ < 2) NoTables("distances of one bit are not to be split");
    GaussianTables lines;
    lines.distance_bits = distance_bits_;
    const int most = std::min(distance_bits_, kMostTableIndexBits);
    for (lines.mantissa_bits = 0; lines.mantissa_bits < most; ++lines.mantissa_bits) {
      lines.rest_bits = distance_bits_ - 1 - lines.mantissa_bits;
      for (lines.guard_bits = 0; lines.guard_bits <= kMostGuardBits; ++lines.guard_bits) {
        TryLines(lines);
      }
    }
    if (!best_) NoneReachTheError("no tables with co-transformation");
    return *best_;
  }

 private:
  bool IsFewer(std::int64_t bits) const {
    return bits < (best_ ? best_->bits() : kMostTableBits + 1);
  }

  // Every reach of the co-transformation beside the lines of these widths.
  void TryLines(GaussianTables lines) {
    FillSegments(exact_->sum, lines, lines.sum);
    if (!IsFewer(lines.bits())) return;
    const auto worst = WorstWithin(limit_, exact_->sum, lines, false, sums_);
    if (!worst) return;
    lines.sum.worst_error = *worst;
    FillSegments(exact_->difference, lines, lines.difference);
    const GaussianTable differences = lines.difference;
    const std::uint64_t last_nonzero = LastNonzero(lines.guard_bits);
    for (int split_bits = std::max(2, LeastSplitBits(lines)); split_bits <= distance_bits_;
         ++split_bits) {
      const std::uint64_t first = IndexBeyond(split_bits, lines);
      lines.difference = {.base = From(differences.base, first),
                          .slope = From(differences.slope, first)};
      lines.cotransformation.split_bits = split_bits;
      for (int low_bits = 1; low_bits < split_bits; ++low_bits) {
        lines.cotransformation.low_bits = low_bits;
        TrySplit(lines, std::min(PowerOfTwo(split_bits) - 1, last_nonzero));
      }
    }
  }

  // The least bits of a distance that the lines of differences hold for, and of all greater ones.
  int LeastSplitBits(const GaussianTables& lines) const {
    std::uint64_t d = differences_.last;
    while (d > 0 && WorstWithin(limit_, exact_->difference, lines, true, {d, d})) --d;
    return BitLengthOf(d);
  }

  std::uint64_t LastNonzero(int guard_bits) const {
    std::uint64_t d = differences_.last;
    while (d > 0 && RoundedTo(At(exact_->difference, d), guard_bits) == 0) --d;
    return d;
  }

  // Differences at multiples of 2^unit_bits, up to the last distance of which there is anything.
  LookupTable Multiples(int unit_bits, int index_bits, int guard_bits, std::uint64_t last) const {
    LookupTable table{.index_bits = index_bits, .entry_bits = 1, .entries = {0}};
    for (std::uint64_t d = PowerOfTwo(unit_bits);
         d <= last && d < PowerOfTwo(unit_bits + index_bits); d += PowerOfTwo(unit_bits)) {
      table.entries.push_back(
          static_cast<std::uint32_t>(RoundedTo(At(exact_->difference, d), guard_bits)));
    }
    // Values fall.
    if (table.entries.size() > 1) table.entry_bits = std::max(1, BitLengthOf(table.entries[1]));
    return table;
  }

  void TrySplit(GaussianTables& tables, std::uint64_t last) {
    Cotransformation& split = tables.cotransformation;
    const int high_bits = split.split_bits - split.low_bits;
    if (std::max(high_bits, split.low_bits) > kMostTableIndexBits) return;
    split.low = Multiples(0, split.low_bits, tables.guard_bits, last);
    split.high = {};
    if (!IsFewer(tables.bits())) return;
    split.high = Multiples(split.low_bits, high_bits, tables.guard_bits, last);
    if (!IsFewer(tables.bits())) return;
    const auto worst = WorstWithin(limit_, exact_->difference, tables, true, differences_);
    if (!worst) return;
    tables.difference.worst_error = *worst;
    best_ = tables;
  }

  ErrorLimit limit_;
  std::shared_ptr<const ExactGaussian> exact_;
  DistanceRange sums_;
  DistanceRange differences_;
  int distance_bits_;
  std::optional<GaussianTables> best_;
};

}  // namespace

std::shared_ptr<const GaussianTables> CotransformedGaussianTables(const GaussianDomain& domain,
                                                                  const ErrorLimit& limit) {
  static Kept<std::pair<GaussianDomain, ErrorLimit>, GaussianTables> kept;
  return kept.Get({domain, limit}, [&] { return LeastCotransformation(domain, limit).Find(); });
}

}  // namespace macroscope
