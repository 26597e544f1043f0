#include "models/convert/convert_code_tables.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "models/convert/convert_code_shape.h"
#include "models/convert/convert_number.h"
#include "models/formats/decode.h"
#include "models/tables/code_boundaries.h"

namespace macroscope {
namespace {

constexpr double kBeyondAll = 0x1p600;  // Any number of binary32.

double ValueOf(const Format& format, std::uint64_t code) {
  const Decoded decoded = Decode(format, code);
  const double magnitude =
      decoded.is_finite() ? std::ldexp(static_cast<double>(decoded.significand), decoded.exponent)
                          : kBeyondAll;
  return decoded.negative ? -magnitude : magnitude;
}

// The value of the code that has this key; of a NaN's, which nothing has, one that keeps the order.
double ValueOfKey(const ConvertCodeShape& shape, std::uint64_t key) {
  const Format& a = shape.a;
  const std::uint64_t top = a.sign_mask();
  if (shape.by_magnitude) {
    return shape.is_twos_complement() ? std::ldexp(static_cast<double>(key), -a.point_bits)
                                      : ValueOf(a, key);
  }
  if (top == 0) return ValueOf(a, key);
  if (shape.is_twos_complement()) return ValueOf(a, key ^ top);
  const bool negative = (key & top) == 0;
  const std::uint64_t magnitude = negative ? ~(key | top) & a.code_mask() : key ^ top;
  if (negative && magnitude == 0) return 0;  // Or a NaN.
  const double value = ValueOf(a, magnitude);
  return negative ? -value : value;
}

}  // namespace

LookupTable ConvertedValues(const Design& design) {
  const Format& codebook = design.a;
  const ConvertNumber convert(design);
  LookupTable table{.index_bits = codebook.width_bits(),
                    .entry_bits = design.accumulator.format.width_bits(),
                    .entries = {}};
  for (std::uint64_t code = 0; code <= codebook.code_mask(); ++code) {
    const auto value = static_cast<float>(ValueOf(codebook, code));
    // A zero has no sign.
    table.entries.push_back(static_cast<std::uint32_t>(convert(value == 0 ? 0 : value)));
  }
  return table;
}

LookupTable KeyThresholds(const Design& design) {
  const Codebook& codebook = design.accumulator.format.codebook;
  const std::vector<int> order = codebook.Order();
  const ConvertCodeShape shape = ConvertCodeShape::Derive(design);
  LookupTable table{.index_bits = shape.place_bits, .entry_bits = 1, .entries = {}};
  for (std::size_t place = 0; place + 1 < order.size(); ++place) {
    // The threshold is in [low, high].
    std::uint64_t low = 0, high = std::uint64_t{1} << shape.key_bits;
    while (low < high) {
      const std::uint64_t key = low + (high - low) / 2;
      if (BelongsAbove(codebook, order, place, ValueOfKey(shape, key))) {
        high = key;
      } else {
        low = key + 1;
      }
    }
    table.entries.push_back(static_cast<std::uint32_t>(low));
  }
  const std::uint32_t greatest = std::ranges::max(table.entries);
  table.entry_bits = std::max(1, static_cast<int>(std::bit_width(greatest)));
  return table;
}

LookupTable CodesInOrder(const Codebook& codebook) {
  const std::vector<int> order = codebook.Order();
  const int bits = BitLength(Word64{order.size() - 1});
  LookupTable table{.index_bits = bits, .entry_bits = bits, .entries = {}};
  for (const int code : order) table.entries.push_back(static_cast<std::uint32_t>(code));
  return table;
}

}  // namespace macroscope
