#include "models/tables/linear_table.h"

#include <algorithm>
#include <bit>

#include "models/tables/elma_tables.h"
#include "models/tables/log_functions.h"
#include "models/tables/range_bits.h"

namespace macroscope {

LinearTable LinearTable::Make(int fraction_bits, int index_bits, int table_bits) {
  LinearTable table;
  table.fraction_bits = fraction_bits;
  table.index_bits = index_bits;
  if (index_bits > 0) {
    table.table_bits = table_bits;
    table.entries = PowerFractions(index_bits, table_bits);
  } else {
    table.entries = std::make_shared<const LookupTable>(
        LookupTable{.index_bits = 1, .entry_bits = 1, .entries = {0}});
  }
  std::uint64_t greatest = 0;
  for (std::uint64_t i = 0; i < std::uint64_t{1} << fraction_bits; ++i) {
    greatest = std::max(greatest, table.Significand(i));
  }
  table.significand_bits = static_cast<int>(std::bit_width(greatest));
  return table;
}

LinearTable LinearTable::OfThrees(int fraction_bits, int least, int greatest, int table_bits) {
  LookupTable entries{.index_bits = fraction_bits, .entry_bits = 0, .entries = {}};
  LinearTable table;
  table.fraction_bits = table.index_bits = fraction_bits;
  table.table_bits = table_bits;
  table.octave_bits = RangeBits(NearestPowerOfThree(least, table_bits).octave,
                                NearestPowerOfThree(greatest, table_bits).octave);
  table.significand_bits = table_bits + 1;
  entries.entry_bits = table.octave_bits + table_bits;
  const std::uint64_t octave_mask = (std::uint64_t{1} << table.octave_bits) - 1;
  for (int exponent = least; exponent <= greatest; ++exponent) {
    const PowerOfThree power = NearestPowerOfThree(exponent, table_bits);
    const std::uint64_t octave = static_cast<std::uint64_t>(power.octave) & octave_mask;
    entries.entries.push_back(static_cast<std::uint32_t>(octave << table_bits | power.fraction));
  }
  table.entries = std::make_shared<const LookupTable>(std::move(entries));
  return table;
}

}  // namespace macroscope
