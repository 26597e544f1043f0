// The code of the value that is nearest: as many places up as there are thresholds at or below the
// key. Twin of rtl/convert/convert_search.sv.
#pragma once

#include <algorithm>

#include "models/convert/convert_code_tables.h"
#include "models/convert/convert_order.h"

namespace macroscope {

struct ConvertSearch {
  using In = ConvertOrder::Out;
  struct Out {
    std::uint64_t z = 0;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const ConvertCodeShape& s, Visitor&& visit) const {
      visit("z", s.z_bits, z);
    }
  };

  ConvertCodeShape shape;
  LookupTable thresholds;
  LookupTable codes;

  explicit ConvertSearch(const Design& design)
      : shape(ConvertCodeShape::Derive(design)),
        thresholds(KeyThresholds(design)),
        codes(CodesInOrder(design.accumulator.format.codebook)) {}

  Out operator()(const In& in) const {
    const auto above = std::ranges::upper_bound(thresholds.entries, in.key);
    const auto place = static_cast<std::uint64_t>(above - thresholds.entries.begin());
    return {codes[place] | std::uint64_t{in.sign} << shape.place_bits};
  }
};

}  // namespace macroscope
