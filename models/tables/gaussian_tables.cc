// Long for one file, but one construction: segments, their lines, and the search for the smallest.
#include "models/tables/gaussian_tables.h"

#include <bit>
#include <limits>
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

struct Range {
  std::int64_t least = std::numeric_limits<std::int64_t>::max(), greatest = -1;
  void Include(std::int64_t value) {
    least = std::min(least, value);
    greatest = std::max(greatest, value);
  }
  bool is_empty() const { return greatest < least; }
  std::int64_t middle() const { return (least + greatest) / 2; }
};

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

// The falls that segments of one group share, halfway between the least and the greatest of what
// they replace; then each segment's base, halfway again.
void FillBipartite(const std::vector<std::int64_t>& exact, const GaussianTables& shape,
                   GaussianTable& table) {
  const auto power = [](int bits) { return std::uint64_t{1} << bits; };
  const int m = shape.mantissa_bits, g = shape.group_bits, f = shape.fall_bits;
  const std::uint64_t segments = power(m - g), falls = power(f);
  for (std::uint64_t i = 0; i < power(m + 1); ++i) {
    table.base.entries.push_back(
        static_cast<std::uint32_t>(RoundedTo(At(exact, i), shape.guard_bits)));
  }
  table.slope.entries.assign(power(g + 1) * falls, 0);  // Short distances have no rest.
  const int unit = kExactBits - shape.guard_bits;
  for (int e = 1; e <= shape.rest_bits; ++e) {
    for (std::uint64_t group = 0; group < power(g); ++group) {
      const std::uint64_t first = (power(m) + group * segments) << e;
      const auto fall_of = [&](std::uint64_t rest) {
        return rest << (shape.rest_bits - e) >> (shape.rest_bits - f);
      };
      std::vector<Range> drops(falls);
      for (std::uint64_t s = 0; s < segments; ++s) {
        const std::int64_t begin = At(exact, first + (s << e));
        for (std::uint64_t rest = 0; rest < power(e); ++rest) {
          drops[fall_of(rest)].Include(begin - At(exact, first + (s << e) + rest));
        }
      }
      std::vector<std::int64_t> fall(falls, 0);
      for (std::uint64_t t = 0; t < falls; ++t) {
        fall[t] = drops[t].is_empty() ? 0 : RoundedTo(drops[t].middle(), shape.guard_bits);
      }
      std::int64_t least = std::numeric_limits<std::int64_t>::max();
      for (std::uint64_t s = 0; s < segments; ++s) {
        Range values;
        for (std::uint64_t rest = 0; rest < power(e); ++rest) {
          values.Include(At(exact, first + (s << e) + rest) + (fall[fall_of(rest)] << unit));
        }
        const std::int64_t base = RoundedTo(values.middle(), shape.guard_bits);
        least = std::min(least, base);
        table.base.entries.push_back(static_cast<std::uint32_t>(base));
      }
      // No value is below 0.
      for (const std::int64_t each : fall) {
        table.slope.entries.push_back(static_cast<std::uint32_t>(std::min(each, least)));
      }
    }
  }
  Finish(table.base);
  Finish(table.slope);
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

// Tables of the widths that `tables` has, with their errors; none if they miss the limit, or have
// most_bits or more.
std::optional<GaussianTables> Build(const GaussianDomain& domain, const ExactGaussian& exact,
                                    GaussianTables tables, const ErrorLimit& limit,
                                    std::int64_t most_bits = kMostTableBits + 1) {
  tables.rest_bits = tables.distance_bits - 1 - tables.mantissa_bits;
  for (const bool subtracts : {false, true}) {
    (tables.fall_bits > 0 ? FillBipartite : FillTable)(subtracts ? exact.difference : exact.sum,
                                                       tables,
                                                       subtracts ? tables.difference : tables.sum);
  }
  if (tables.bits() >= most_bits) return std::nullopt;
  for (const bool subtracts : {false, true}) {
    GaussianTable& table = subtracts ? tables.difference : tables.sum;
    const auto& values = subtracts ? exact.difference : exact.sum;
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
  Place place;
  place.index = (static_cast<std::uint64_t>(e) << mantissa_bits) + (distance >> e);
  place.rest = rest << (rest_bits - e);
  place.slope_index = fall_bits == 0 ? place.index
                                     : (place.index >> (mantissa_bits - group_bits) << fall_bits) +
                                           (place.rest >> (rest_bits - fall_bits));
  return place;
}

std::int64_t GaussianTables::Value(bool subtracts, std::uint64_t distance) const {
  if (distance >> distance_bits != 0) return 0;
  const GaussianTable& table = subtracts ? difference : sum;
  const Place place = PlaceOf(distance);
  const std::uint64_t slope = table.slope[place.slope_index];
  const std::uint64_t fall = fall_bits > 0 ? slope : (slope * place.rest) >> rest_bits;
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
    GaussianTables widths;
    widths.distance_bits = distance_bits;
    widths.mantissa_bits = distance_bits - 1;
    auto tables = Build(domain, *exact, widths, {.is_nearest = true, .below = 0, .at_most = 0},
                        std::numeric_limits<std::int64_t>::max());
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
        GaussianTables widths;
        widths.distance_bits = distance_bits;
        widths.mantissa_bits = m;
        widths.guard_bits = guard_bits;
        auto tables = Build(domain, *exact, widths, limit);
        if (!tables) continue;
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

std::shared_ptr<const GaussianTables> BipartiteGaussianTables(const GaussianDomain& domain,
                                                              const ErrorLimit& limit) {
  static Kept<std::pair<GaussianDomain, ErrorLimit>, GaussianTables> kept;
  return kept.Get({domain, limit}, [&] {
    const auto exact = ExactValues(domain);
    GaussianTables widths;
    widths.distance_bits = DistanceBits(domain, *exact);
    std::optional<GaussianTables> best;
    const auto try_falls = [&] {
      for (widths.guard_bits = 0; widths.guard_bits <= kMostGuardBits; ++widths.guard_bits) {
        auto tables =
            Build(domain, *exact, widths, limit, best ? best->bits() : kMostTableBits + 1);
        if (!tables) continue;
        best = std::move(tables);
        return;  // More guard bits are more bits.
      }
    };
    for (int m = 0; m < std::min(widths.distance_bits - 1, kMostTableIndexBits); ++m) {
      const int rest_bits = widths.distance_bits - 1 - m;
      widths.mantissa_bits = m;
      for (widths.group_bits = 0; widths.group_bits <= m; ++widths.group_bits) {
        // Bits of the greatest index of a fall, but for those of the rest.
        const int rows = BitLengthOf(static_cast<std::uint64_t>(rest_bits) + 1) + widths.group_bits;
        const int most = std::min(rest_bits, kMostTableIndexBits - rows);
        for (widths.fall_bits = 1; widths.fall_bits <= most; ++widths.fall_bits) try_falls();
      }
    }
    if (!best) {
      TooLarge("no two tables of at most " + std::to_string(kMostTableBits) +
               " bits reach that error");
    }
    return *best;
  });
}

}  // namespace macroscope
