// The sum of two rounded numbers, rounded: the accumulator and what the products have become. The
// whole of fp_add in one stage. Twin of rtl/block_dot/block_dot_accumulate.sv.
#pragma once

#include "models/block_dot/block_dot_shape.h"
#include "models/fp_add/fp_add_laws.h"

namespace macroscope {

// The fp_add of a design's accumulator format, as the design rounds.
inline Design AdditionOf(const Design& design) {
  Design add = design;
  add.unit = UnitKind::kFpAdd;
  add.a = add.b = design.accumulator.format;
  add.dot = DotProduct();
  add.form = Form::kOperation;
  add.structure.cuts = 0;
  return add;
}

struct BlockDotAccumulate {
  FpAddLaws<Word128> laws;

  explicit BlockDotAccumulate(const BlockDotShape& s) : laws(AdditionOf(s.design)) {}

  std::uint64_t operator()(std::uint64_t x, std::uint64_t y) const {
    const auto sum = laws.add(laws.align(laws.unpack({x, y})), /*r=*/0);
    return static_cast<std::uint64_t>(laws.round(laws.normalize(sum), /*r=*/0).z);
  }
};

}  // namespace macroscope
