// A code of a codebook as its value in another format, by a table. Twin of
// rtl/convert/convert_lookup.sv.
#pragma once

#include "models/common/operands.h"
#include "models/common/word.h"
#include "models/convert/convert_code_tables.h"

namespace macroscope {

struct ConvertLookup {
  using In = OperandCodes;
  struct Out {
    std::uint64_t z = 0;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const LookupTable& values, Visitor&& visit) const {
      visit("z", values.entry_bits, z);
    }
  };

  LookupTable table;

  explicit ConvertLookup(const Design& design) : table(ConvertedValues(design)) {}

  Out operator()(const In& in) const { return {table[in.a & LowMask<Word64>(table.index_bits)]}; }
};

}  // namespace macroscope
