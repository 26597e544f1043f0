#include "models/tables/convert_tables.h"

#include <algorithm>
#include <bit>

#include "models/tables/kept.h"
#include "models/tables/log_functions.h"

namespace macroscope {
namespace {

// No RTL port has zero bits.
LookupTable NoTable() { return {.index_bits = 1, .entry_bits = 1, .entries = {0}}; }

LookupTable CutPowersTable(int index_bits, int entry_bits) {
  LookupTable table{.index_bits = index_bits, .entry_bits = entry_bits, .entries = {0}};
  const int kept_bits = entry_bits - 1;
  const std::int64_t one = std::int64_t{1} << kept_bits;
  for (std::int64_t f = 1; f < std::int64_t{1} << index_bits; ++f) {
    const std::int64_t fraction = PowerBelow({f, 1 << index_bits}, kept_bits) - one;
    table.entries.push_back(static_cast<std::uint32_t>(2 * fraction + 1));
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

LookupTable CutLogarithmsTable(int index_bits, int entry_bits) {
  LookupTable table{.index_bits = index_bits, .entry_bits = entry_bits, .entries = {0}};
  const std::uint64_t one = std::uint64_t{1} << index_bits;
  const std::int64_t scale = std::int64_t{1} << (entry_bits - 1);
  for (std::uint64_t f = 1; f < one; ++f) {
    const std::int64_t fraction = LogarithmBelow(one + f, index_bits, scale);
    table.entries.push_back(static_cast<std::uint32_t>(2 * fraction + 1));
  }
  return table;
}

}  // namespace

std::shared_ptr<const LookupTable> CutPowers(int index_bits, int entry_bits) {
  static Kept<std::pair<int, int>, LookupTable> kept;
  return kept.Get({index_bits, entry_bits}, [&] {
    return index_bits == 0 ? NoTable() : CutPowersTable(index_bits, entry_bits);
  });
}

std::shared_ptr<const LookupTable> CutLogarithms(int index_bits, int entry_bits) {
  static Kept<std::pair<int, int>, LookupTable> kept;
  return kept.Get({index_bits, entry_bits}, [&] {
    return index_bits == 0 ? NoTable() : CutLogarithmsTable(index_bits, entry_bits);
  });
}

std::shared_ptr<const LookupTable> SignificandLogarithms(int index_bits, int steps) {
  static Kept<std::pair<int, int>, LookupTable> kept;
  return kept.Get({index_bits, steps},
                  [&] { return index_bits == 0 ? NoTable() : LogarithmsTable(index_bits, steps); });
}

}  // namespace macroscope
