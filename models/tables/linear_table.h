// From a logarithm's fraction, in steps of 2^-fraction_bits of an octave, to a linear significand:
//
//   fraction  | index of the table | rest |
//
//   significand = (1 + entry[index]) * (1 + rest / 2^fraction_bits)
//
// The second factor stands where there is a rest: 2^x is nearly 1 + x (Mitchell 1962), as 8-bit
// formats of logarithms have it (Zhao et al. 2022, LNS-Madam). Without an index there is no table.
//
// Of double-base numbers the index is an exponent of three, from the least one up, and an entry has
// above the fraction of the significand the octave that it is of:
//
//   entry  | octave | fraction |
#pragma once

#include <cstdint>
#include <memory>

#include "models/tables/lookup_table.h"

namespace macroscope {

struct LinearTable {
  int fraction_bits = 0;
  int index_bits = 0;
  int table_bits = 0;   // Fraction bits of its entries.
  int octave_bits = 0;  // Two's complement, above those bits; 0 where an entry has no octave.
  std::shared_ptr<const LookupTable> entries;
  int significand_bits = 0;  // Of the greatest.

  // `index_bits` 0: there is no table, and one of a single entry 0 stands for it, of table_bits 0.
  static LinearTable Make(int fraction_bits, int index_bits, int table_bits);

  // Entry i: 3^(least + i), for all exponents up to `greatest`; a rest there is not. The octaves
  // take two bits or more.
  static LinearTable OfThrees(int fraction_bits, int least, int greatest, int table_bits);

  int rest_bits() const { return fraction_bits - index_bits; }
  // Fraction bits of a significand.
  int point_bits() const { return table_bits + (rest_bits() > 0 ? fraction_bits : 0); }
  // What an entry adds to the logarithm's own octave.
  std::int64_t Octave(std::uint64_t fraction) const {
    if (octave_bits == 0) return 0;
    const auto field = static_cast<std::int64_t>((*entries)[fraction] >> table_bits);
    const std::int64_t sign = std::int64_t{1} << (octave_bits - 1);
    return (field ^ sign) - sign;
  }
  std::uint64_t Significand(std::uint64_t fraction) const {
    const std::uint64_t entry = (*entries)[fraction >> rest_bits()];
    const std::uint64_t mask = (std::uint64_t{1} << (entries->entry_bits - octave_bits)) - 1;
    const std::uint64_t looked_up = (std::uint64_t{1} << table_bits) + (entry & mask);
    if (rest_bits() == 0) return looked_up;
    const std::uint64_t rest = fraction & ((std::uint64_t{1} << rest_bits()) - 1);
    return looked_up * ((std::uint64_t{1} << fraction_bits) + rest);
  }
};

}  // namespace macroscope
