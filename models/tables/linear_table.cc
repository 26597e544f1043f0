#include "models/tables/linear_table.h"

#include <algorithm>
#include <bit>

#include "models/tables/elma_tables.h"

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

}  // namespace macroscope
