#include "models/tables/elma_tables.h"

#include "models/tables/kept.h"
#include "models/tables/log_functions.h"

namespace macroscope {
namespace {

template <typename Entry>
LookupTable Fractions(int index_bits, int fraction_bits, Entry&& entry) {
  LookupTable table{.index_bits = index_bits, .entry_bits = fraction_bits, .entries = {}};
  const std::uint64_t one = std::uint64_t{1} << fraction_bits;
  for (std::int64_t i = 0; i < std::int64_t{1} << index_bits; ++i) {
    const auto value = static_cast<std::uint64_t>(entry(i));
    if (value >= one) table.entry_bits = fraction_bits + 1;
    table.entries.push_back(static_cast<std::uint32_t>(value));
  }
  return table;
}

}  // namespace

std::shared_ptr<const LookupTable> PowerFractions(int index_bits, int fraction_bits) {
  static Kept<std::pair<int, int>, LookupTable> kept;
  return kept.Get({index_bits, fraction_bits}, [&] {
    return Fractions(index_bits, fraction_bits, [&](std::int64_t i) {
      return NearestPower({i, 1 << index_bits}, fraction_bits) - (std::int64_t{1} << fraction_bits);
    });
  });
}

std::shared_ptr<const LookupTable> LogarithmFractions(int index_bits, int fraction_bits) {
  static Kept<std::pair<int, int>, LookupTable> kept;
  return kept.Get({index_bits, fraction_bits}, [&] {
    return Fractions(index_bits, fraction_bits, [&](std::int64_t i) {
      const auto numerator = (std::uint64_t{1} << index_bits) + static_cast<std::uint64_t>(i);
      return NearestLogarithm(numerator, index_bits, std::int64_t{1} << fraction_bits);
    });
  });
}

}  // namespace macroscope
