// The codes of a codebook as codes of the format of their values: the operands' words again, with
// other elements. Scales, and operands that are no codebook, pass.
// Twin of rtl/block_dot/block_dot_lookup.sv, which has the drawing.
#pragma once

#include "models/block_dot/block_dot_shape.h"
#include "models/block_dot/block_dot_table.h"
#include "models/common/operands.h"

namespace macroscope {

struct BlockDotLookup {
  using In = WideCodes;
  struct Out {
    WideCodes codes;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const BlockDotShape& s, Visitor&& visit) const {
      visit("a", s.design.dot.a.word_bits(), codes.a);
      visit("b", s.design.dot.b.word_bits(), codes.b);
    }
  };

  BlockDotShape shape;
  LookupTable a_table;  // Empty where the operand is no codebook.
  LookupTable b_table;

  explicit BlockDotLookup(const BlockDotShape& s)
      : shape(s),
        a_table(TableOf(s.a_codes, s.design.a)),
        b_table(TableOf(s.b_codes, s.design.b)) {}

  Out operator()(const In& in) const {
    return {{Word(shape.a_codes, shape.design.dot.a, a_table, in.a),
             Word(shape.b_codes, shape.design.dot.b, b_table, in.b)}};
  }

 private:
  static LookupTable TableOf(const LaneOperand& codes, const Format& values) {
    return codes.is_looked_up() ? ValuesTable(codes.block.element, values) : LookupTable();
  }
  static Bits Word(const LaneOperand& codes, const LaneOperand& values, const LookupTable& table,
                   const Bits& in) {
    if (!codes.is_looked_up()) return in;
    Bits out;
    for (int i = 0; i < codes.lanes; ++i) {
      const std::uint64_t code = in.Extract(codes.element_position(i), table.index_bits);
      out.Insert(values.element_position(i), table.entry_bits, table[code]);
    }
    for (int i = 0; i < codes.scales(); ++i) {
      out.Insert(values.scale_position(i), values.scale_bits(),
                 in.Extract(codes.scale_position(i), codes.scale_bits()));
    }
    return out;
  }
};

}  // namespace macroscope
