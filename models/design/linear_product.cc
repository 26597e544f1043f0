#include "models/design/linear_product.h"

#include <algorithm>
#include <bit>

namespace macroscope {
namespace {

LinearProduct OfLogarithms(const Design& design) {
  const LogLayout &a = design.a.log, &b = design.b.log;
  const int fraction_bits = a.fraction_bits();
  const auto entries = static_cast<unsigned>(design.logarithm.table_entries);
  LinearProduct product;
  product.table =
      LinearTable::Make(fraction_bits, std::countr_zero(entries), design.logarithm.table_bits);
  product.least_octave = static_cast<int>((a.least_steps() + b.least_steps()) >> fraction_bits);
  product.greatest_octave =
      static_cast<int>((a.greatest_steps() + b.greatest_steps()) >> fraction_bits);
  return product;
}

LinearProduct OfDoubleBase(const Design& design) {
  const DoubleBaseLayout &a = design.a.double_base, &b = design.b.double_base;
  const ThreeRange threes = ProductThrees(design.a, design.b);
  LinearProduct product;
  product.table = LinearTable::OfThrees(threes.index_bits, threes.least, threes.greatest,
                                        design.logarithm.table_bits);
  // The least numbers have the least exponent of three, and one above the least of two.
  product.least_octave =
      a.least_two() + b.least_two() + 2 + static_cast<int>(product.table.Octave(0));
  const auto last = static_cast<std::uint64_t>(threes.greatest - threes.least);
  product.greatest_octave =
      a.greatest_two() + b.greatest_two() + static_cast<int>(product.table.Octave(last));
  return product;
}

}  // namespace

ThreeRange ProductThrees(const Format& a, const Format& b) {
  const DoubleBaseLayout &x = a.double_base, &y = b.double_base;
  return {.least = x.least_three() + y.least_three(),
          .greatest = x.greatest_three() + y.greatest_three(),
          .index_bits = std::max(x.three_bits, y.three_bits) + 1};
}

LinearProduct LinearProductOf(const Design& design) {
  return design.a.is_double_base() ? OfDoubleBase(design) : OfLogarithms(design);
}

}  // namespace macroscope
