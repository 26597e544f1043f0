#include "models/tables/gaussian_segments.h"

#include <algorithm>
#include <limits>

namespace macroscope {
namespace {

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
              int guard_bits) {
  const std::int64_t begin = At(exact, first), fall = begin - At(exact, first + width);
  std::int64_t above = 0;
  for (std::uint64_t i = 0; i < width; ++i) {
    const auto on_chord = begin - static_cast<std::int64_t>(static_cast<__int128>(fall) * i /
                                                            static_cast<int>(width));
    above = std::max(above, on_chord - At(exact, first + i));
  }
  return {RoundedTo(std::max<std::int64_t>(begin - above / 2, 0), guard_bits),
          RoundedTo(std::max<std::int64_t>(fall, 0), guard_bits)};
}

// Distances that are their own index, and leave no rest.
void FillShortDistances(const std::vector<std::int64_t>& exact, const GaussianTables& shape,
                        GaussianTable& table) {
  for (std::uint64_t i = 0; i < std::uint64_t{1} << (shape.mantissa_bits + 1); ++i) {
    table.base.entries.push_back(
        static_cast<std::uint32_t>(RoundedTo(At(exact, i), shape.guard_bits)));
  }
}

void FillLines(const std::vector<std::int64_t>& exact, const GaussianTables& shape,
               GaussianTable& table) {
  const int m = shape.mantissa_bits;
  table.slope.entries.assign(table.base.entries.size(), 0);
  for (int e = 1; e <= shape.rest_bits; ++e) {
    for (std::uint64_t i = 0; i < std::uint64_t{1} << m; ++i) {
      const std::uint64_t first = ((std::uint64_t{1} << m) + i) << e;
      const Line line = LineOver(exact, first, std::uint64_t{1} << e, shape.guard_bits);
      table.base.entries.push_back(static_cast<std::uint32_t>(line.base));
      // A line does not go below 0.
      table.slope.entries.push_back(static_cast<std::uint32_t>(std::min(line.slope, line.base)));
    }
  }
}

std::uint64_t PowerOfTwo(int bits) { return std::uint64_t{1} << bits; }

// Segments of 2^width_bits distances that share their falls.
struct Group {
  std::uint64_t first = 0;  // Distance.
  std::uint64_t segments = 1;
  int width_bits = 0;
};

// Which fall a rest goes by: the upper fall_bits of the aligned one.
std::uint64_t FallIndex(const GaussianTables& shape, const Group& group, std::uint64_t rest) {
  return rest << (shape.rest_bits - group.width_bits) >> (shape.rest_bits - shape.fall_bits);
}

// Each halfway between the least and the greatest of what it stands for, in 2^-guard_bits of a
// step.
std::vector<std::int64_t> FallsOf(const std::vector<std::int64_t>& exact,
                                  const GaussianTables& shape, const Group& group) {
  std::vector<Range> drops(PowerOfTwo(shape.fall_bits));
  for (std::uint64_t s = 0; s < group.segments; ++s) {
    const std::uint64_t begin = group.first + (s << group.width_bits);
    for (std::uint64_t rest = 0; rest < PowerOfTwo(group.width_bits); ++rest) {
      drops[FallIndex(shape, group, rest)].Include(At(exact, begin) - At(exact, begin + rest));
    }
  }
  std::vector<std::int64_t> falls;
  for (const Range& drop : drops) {
    falls.push_back(drop.is_empty() ? 0 : RoundedTo(drop.middle(), shape.guard_bits));
  }
  return falls;
}

// The bases of a group are halfway again, of values and falls together.
void AddGroup(const std::vector<std::int64_t>& exact, const GaussianTables& shape,
              const Group& group, GaussianTable& table) {
  const std::vector<std::int64_t> falls = FallsOf(exact, shape, group);
  std::int64_t least = std::numeric_limits<std::int64_t>::max();
  for (std::uint64_t s = 0; s < group.segments; ++s) {
    const std::uint64_t begin = group.first + (s << group.width_bits);
    Range values;
    for (std::uint64_t rest = 0; rest < PowerOfTwo(group.width_bits); ++rest) {
      const std::int64_t fall = falls[FallIndex(shape, group, rest)];
      values.Include(At(exact, begin + rest) + (fall << (kExactBits - shape.guard_bits)));
    }
    const std::int64_t base = RoundedTo(values.middle(), shape.guard_bits);
    least = std::min(least, base);
    table.base.entries.push_back(static_cast<std::uint32_t>(base));
  }
  // No value is below 0.
  for (const std::int64_t fall : falls) {
    table.slope.entries.push_back(static_cast<std::uint32_t>(std::min(fall, least)));
  }
}

void FillFalls(const std::vector<std::int64_t>& exact, const GaussianTables& shape,
               GaussianTable& table) {
  const std::uint64_t segments = PowerOfTwo(shape.mantissa_bits - shape.group_bits);
  const std::uint64_t groups = PowerOfTwo(shape.group_bits);
  table.slope.entries.assign(2 * groups << shape.fall_bits, 0);
  for (int e = 1; e <= shape.rest_bits; ++e) {
    for (std::uint64_t i = 0; i < groups; ++i) {
      AddGroup(exact, shape, {(groups + i) * segments << e, segments, e}, table);
    }
  }
}

}  // namespace

void FillSegments(const std::vector<std::int64_t>& exact, const GaussianTables& shape,
                  GaussianTable& table) {
  FillShortDistances(exact, shape, table);
  (shape.is_bipartite() ? FillFalls : FillLines)(exact, shape, table);
  Finish(table.base);
  Finish(table.slope);
  if (shape.rest_bits == 0) table.slope.entries.clear();
}

}  // namespace macroscope
