#include "models/tables/convert_tables.h"

#include <algorithm>
#include <bit>

#include "models/tables/kept.h"
#include "models/tables/log_functions.h"

namespace macroscope {
namespace {

// No RTL port has zero bits.
LookupTable NoTable() { return {.index_bits = 1, .entry_bits = 1, .entries = {0}}; }

// Entry f: the first entry_bits - 1 bits of a fraction, fraction_of(f), that is irrational unless f
// is 0, when it is 0; and one bit for all below.
template <typename FractionOf>
LookupTable CutTable(int index_bits, int entry_bits, FractionOf&& fraction_of) {
  if (index_bits == 0) return NoTable();
  LookupTable table{.index_bits = index_bits, .entry_bits = entry_bits, .entries = {0}};
  for (std::int64_t f = 1; f < std::int64_t{1} << index_bits; ++f) {
    table.entries.push_back(static_cast<std::uint32_t>(2 * fraction_of(f) + 1));
  }
  return table;
}

LookupTable LogarithmsTable(int index_bits, int steps) {
  LookupTable table{.index_bits = index_bits, .entry_bits = 1, .entries = {}};
  const std::uint64_t one = std::uint64_t{1} << index_bits;
  for (std::uint64_t f = 0; f < one; ++f) {
    table.entries.push_back(
        static_cast<std::uint32_t>(NearestLogarithm(one + f, index_bits, steps)));
  }
  table.entry_bits = std::max(1, static_cast<int>(std::bit_width(std::ranges::max(table.entries))));
  return table;
}

}  // namespace

std::shared_ptr<const LookupTable> CutPowers(int index_bits, int entry_bits) {
  static Kept<std::pair<int, int>, LookupTable> kept;
  return kept.Get({index_bits, entry_bits}, [&] {
    return CutTable(index_bits, entry_bits, [&](std::int64_t f) {
      const std::int64_t one = std::int64_t{1} << (entry_bits - 1);
      return PowerBelow({f, 1 << index_bits}, entry_bits - 1) - one;
    });
  });
}

std::shared_ptr<const LookupTable> CutLogarithms(int index_bits, int entry_bits) {
  static Kept<std::pair<int, int>, LookupTable> kept;
  return kept.Get({index_bits, entry_bits}, [&] {
    return CutTable(index_bits, entry_bits, [&](std::int64_t f) {
      const std::uint64_t one = std::uint64_t{1} << index_bits;
      const std::int64_t scale = std::int64_t{1} << (entry_bits - 1);
      return LogarithmBelow(one + static_cast<std::uint64_t>(f), index_bits, scale);
    });
  });
}

std::shared_ptr<const LookupTable> SignificandLogarithms(int index_bits, int steps) {
  static Kept<std::pair<int, int>, LookupTable> kept;
  return kept.Get({index_bits, steps},
                  [&] { return index_bits == 0 ? NoTable() : LogarithmsTable(index_bits, steps); });
}

}  // namespace macroscope
