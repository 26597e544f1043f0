// From a logarithm's fraction, in steps of 2^-fraction_bits of an octave, to a linear significand:
//
//   fraction  | index of the table | rest |
//
//   significand = (1 + entry[index]) * (1 + rest / 2^fraction_bits)
//
// The second factor stands where there is a rest: 2^x is nearly 1 + x (Mitchell 1962), as 8-bit
// formats of logarithms have it (Zhao et al. 2022, LNS-Madam). Without an index there is no table.
#pragma once

#include <cstdint>
#include <memory>

#include "models/tables/lookup_table.h"

namespace macroscope {

struct LinearTable {
  int fraction_bits = 0;
  int index_bits = 0;
  int table_bits = 0;  // Fraction bits of its entries.
  std::shared_ptr<const LookupTable> entries;
  int significand_bits = 0;  // Of the greatest.

  // `index_bits` 0: there is no table, and one of a single entry 0 stands for it, of table_bits 0.
  static LinearTable Make(int fraction_bits, int index_bits, int table_bits);

  int rest_bits() const { return fraction_bits - index_bits; }
  // Fraction bits of a significand.
  int point_bits() const { return table_bits + (rest_bits() > 0 ? fraction_bits : 0); }
  std::uint64_t Significand(std::uint64_t fraction) const {
    const std::uint64_t looked_up =
        (std::uint64_t{1} << table_bits) + (*entries)[fraction >> rest_bits()];
    if (rest_bits() == 0) return looked_up;
    const std::uint64_t rest = fraction & ((std::uint64_t{1} << rest_bits()) - 1);
    return looked_up * ((std::uint64_t{1} << fraction_bits) + rest);
  }
};

}  // namespace macroscope
