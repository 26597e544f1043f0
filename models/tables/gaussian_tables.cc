// Long for one file, but one construction: segments, their lines, and the search for the smallest.
#include "models/tables/gaussian_tables.h"

#include <bit>
#include <optional>
#include <stdexcept>
#include <string>

#include "models/tables/kept.h"
#include "models/tables/log_functions.h"

namespace macroscope {
namespace {

constexpr std::int64_t kHalf = std::int64_t{1} << (kExactBits - 1);
constexpr int kMostGuardBits = 6;
constexpr int kMostReachBits = kMostTableIndexBits + 1;

int BitLengthOf(std::uint64_t value) { return static_cast<int>(std::bit_width(value)); }

// To the nearest multiple of 2^-bits, in such units; halves up.
std::int64_t RoundedTo(std::int64_t exact, int bits) {
  const int dropped = kExactBits - bits;
  return (exact + (std::int64_t{1} << (dropped - 1))) >> dropped;
}

int EntryBits(const LookupTable& table) {
  std::uint64_t all = 0;
  for (const std::uint32_t entry : table.entries) all |= entry;
  return std::max(1, BitLengthOf(all));
}

// Drops zeros at the end, and derives the widths.
void Finish(LookupTable& table) {
  while (table.entries.size() > 1 && table.entries.back() == 0) table.entries.pop_back();
  table.index_bits = std::max(1, BitLengthOf(table.entries.size() - 1));
  table.entry_bits = EntryBits(table);
}

// A value of a list that ends where its values round to 0.
std::int64_t At(const std::vector<std::int64_t>& exact, std::uint64_t d) {
  return d < exact.size() ? exact[static_cast<std::size_t>(d)] : 0;
}

// The line of one segment: where it begins and how far it falls, in 2^-guard_bits of a step. Chords
// of these functions lie above them everywhere, so that the line is half of that too high lower.
struct Line {
  std::int64_t base = 0, slope = 0;
};
Line LineOver(const std::vector<std::int64_t>& exact, std::uint64_t first, std::uint64_t width,
              int guard_bits, bool skips_first) {
  if (width == 1) return {RoundedTo(At(exact, first), guard_bits), 0};
  const std::int64_t begin = At(exact, first), fall = begin - At(exact, first + width);
  std::int64_t above = 0;
  for (std::uint64_t i = skips_first ? 1 : 0; i < width; ++i) {
    const auto on_chord = begin - static_cast<std::int64_t>(static_cast<__int128>(fall) * i /
                                                            static_cast<int>(width));
    above = std::max(above, on_chord - At(exact, first + i));
  }
  return {RoundedTo(std::max<std::int64_t>(begin - above / 2, 0), guard_bits),
          RoundedTo(std::max<std::int64_t>(fall, 0), guard_bits)};
}

void FillTable(const std::vector<std::int64_t>& exact, const GaussianTables& shape,
               GaussianTable& table) {
  const int m = shape.mantissa_bits;
  for (std::uint64_t i = 0; i < std::uint64_t{1} << (m + 1); ++i) {
    table.base.entries.push_back(
        static_cast<std::uint32_t>(RoundedTo(At(exact, i), shape.guard_bits)));
    table.slope.entries.push_back(0);
  }
  for (int e = 1; e <= shape.rest_bits; ++e) {
    for (std::uint64_t i = 0; i < std::uint64_t{1} << m; ++i) {
      const std::uint64_t first = ((std::uint64_t{1} << m) + i) << e;
      const Line line = LineOver(exact, first, std::uint64_t{1} << e, shape.guard_bits, false);
      table.base.entries.push_back(static_cast<std::uint32_t>(line.base));
      // A line does not go below 0.
      table.slope.entries.push_back(static_cast<std::uint32_t>(std::min(line.slope, line.base)));
    }
  }
  Finish(table.base);
  Finish(table.slope);
  if (shape.rest_bits == 0) table.slope.entries.clear();
}

// Of values rounded to whole steps; none if some are not the nearest, where they all must be.
std::optional<double> WorstOf(const std::vector<std::int64_t>& exact, const GaussianTables& tables,
                              bool subtracts, bool is_nearest, std::int64_t greatest_distance) {
  double worst = 0;
  const auto last = std::min<std::uint64_t>(static_cast<std::uint64_t>(greatest_distance),
                                            std::max<std::uint64_t>(exact.size(), 1) - 1);
  for (std::uint64_t d = subtracts ? 1 : 0; d <= last; ++d) {
    const std::int64_t steps = WholeSteps(tables.Value(subtracts, d), tables.guard_bits);
    const std::int64_t error = (steps << kExactBits) - At(exact, d);
    if (is_nearest && steps != RoundedTo(At(exact, d), 0)) return std::nullopt;
    worst = std::max(worst, static_cast<double>(error < 0 ? -error : error) / (1 << kExactBits));
  }
  return worst;
}

// Tables of so many mantissa and guard bits, with their errors; none if they miss the limit.
std::optional<GaussianTables> Build(const GaussianDomain& domain, const ExactGaussian& exact,
                                    int distance_bits, int mantissa_bits, int guard_bits,
                                    const ErrorLimit& limit) {
  GaussianTables tables;
  tables.distance_bits = distance_bits;
  tables.mantissa_bits = mantissa_bits;
  tables.rest_bits = distance_bits - 1 - mantissa_bits;
  tables.guard_bits = guard_bits;
  for (const bool subtracts : {false, true}) {
    GaussianTable& table = subtracts ? tables.difference : tables.sum;
    const auto& values = subtracts ? exact.difference : exact.sum;
    FillTable(values, tables, table);
    const auto worst =
        WorstOf(values, tables, subtracts, limit.is_nearest, domain.greatest_distance);
    if (!worst || (!limit.is_nearest && !limit.Allows(*worst))) return std::nullopt;
    table.worst_error = *worst;
  }
  return tables;
}

// Bits of the greatest distance at which anything is not 0.
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

[[noreturn]] void TooLarge(const std::string& why) { throw std::invalid_argument(why); }

}  // namespace

GaussianTables::Place GaussianTables::PlaceOf(std::uint64_t distance) const {
  const int e = std::max(0, BitLengthOf(distance) - 1 - mantissa_bits);
  const std::uint64_t rest = distance & ((std::uint64_t{1} << e) - 1);
  return {(static_cast<std::uint64_t>(e) << mantissa_bits) + (distance >> e),
          rest << (rest_bits - e)};
}

std::int64_t GaussianTables::Value(bool subtracts, std::uint64_t distance) const {
  if (distance >> distance_bits != 0) return 0;
  const GaussianTable& table = subtracts ? difference : sum;
  const Place place = PlaceOf(distance);
  const std::uint64_t fall = (std::uint64_t{table.slope[place.index]} * place.rest) >> rest_bits;
  return static_cast<std::int64_t>(table.base[place.index] - fall);
}

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
        // An eighth of a step is nothing to any table.
        if (d > 0 && values.back() < kHalf / 4) return;
      }
    };
    list(exact.sum, false);
    list(exact.difference, true);
    return exact;
  });
}

std::shared_ptr<const GaussianTables> FullGaussianTables(const GaussianDomain& domain) {
  static Kept<GaussianDomain, GaussianTables> kept;
  return kept.Get(domain, [&] {
    const auto exact = ExactValues(domain);
    const int distance_bits = DistanceBits(domain, *exact);
    if (distance_bits > kMostTableIndexBits) {
      TooLarge("it takes tables of " + std::to_string(distance_bits) + " index bits; the most is " +
               std::to_string(kMostTableIndexBits));
    }
    auto tables = Build(domain, *exact, distance_bits, distance_bits - 1, 0,
                        {.is_nearest = true, .below = 0, .at_most = 0});
    if (!tables) throw std::logic_error("a full table misses a value");
    if (tables->bits() > kMostTableBits) {
      TooLarge("it takes " + std::to_string(tables->bits()) + " bits of tables; the most is " +
               std::to_string(kMostTableBits));
    }
    return *tables;
  });
}

std::shared_ptr<const GaussianTables> InterpolatedGaussianTables(const GaussianDomain& domain,
                                                                 const ErrorLimit& limit) {
  static Kept<std::pair<GaussianDomain, ErrorLimit>, GaussianTables> kept;
  return kept.Get({domain, limit}, [&] {
    const auto exact = ExactValues(domain);
    const int distance_bits = DistanceBits(domain, *exact);
    std::optional<GaussianTables> best;
    for (int m = 0; m < std::min(distance_bits - 1, kMostTableIndexBits); ++m) {
      for (int guard_bits = 0; guard_bits <= kMostGuardBits; ++guard_bits) {
        auto tables = Build(domain, *exact, distance_bits, m, guard_bits, limit);
        if (!tables || tables->bits() > kMostTableBits) continue;
        if (!best || tables->bits() < best->bits()) best = std::move(tables);
        break;  // More guard bits are more bits.
      }
    }
    if (!best) {
      TooLarge("no tables of lines of at most " + std::to_string(kMostTableBits) +
               " bits reach that error");
    }
    return *best;
  });
}

}  // namespace macroscope
