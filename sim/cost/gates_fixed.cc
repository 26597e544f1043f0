// Fixed-point accumulator. The product slides over the window of all products (N bits), is added
// there, and the carry runs through the V guard bits above, which are only incremented:
//
//   accumulator |  V guard bits  |         N window bits          |
//   product                      | 0 ... 0 |  P product  | 0 .. 0 |   shifted by 0 to k
#include "models/common/unit.h"
#include "sim/cost/gate_costs.h"
#include "sim/cost/gates_rows.h"
#include "sim/cost/gates_shape.h"

namespace macroscope {

GatesTable FixedGates(const Design& design) {
  using namespace gate_costs;
  const GatesShape s = ShapeForGates(design);
  const int exponents = s.product_exponent_bits;
  const int word = s.window_bits + s.guard_bits;
  // In the operation form the addend travels beside the product until it is added.
  const int addend = design.form == Form::kOperation ? word : 0;

  const int multiply = PartialProducts(s.a_bits, s.b_bits) +
                       ReducePartialProducts(s.a_bits, s.b_bits) +
                       (s.adds_exponents ? Add(s.exponent_bits) : 0);
  // A plain integer product needs no bit for what a shift might carry out of the window.
  const int add = Add(s.exponent_bits > 0 ? s.window_bits + 1 : s.window_bits);
  // To saturate: compare two signs, and take a bound in place of the sum.
  const int saturate = design.overflow == Overflow::kSaturate ? kXor2 + word * kMux2 : 0;

  GatesTable table;
  table.accumulator_bits = word;
  table.rows["unpack"] = {std::nullopt, kGroupMultiply, s.a_bits + s.b_bits + exponents + addend,
                          kGroupMultiply};
  table.rows["multiply"] = {multiply, kGroupMultiply, s.product_bits + exponents + addend,
                            kGroupAlignAdd};
  if (design.unit == UnitKind::kKulischMac) {
    table.rows["align"] = {ShiftLeftWiden(s.product_bits, s.most_shift), kGroupAlignAdd,
                           s.window_bits + addend, kGroupAlignAdd};
  }
  table.rows["add"] = {add, kGroupAlignAdd, word + 1, kGroupAlignAdd};
  table.rows["accumulate"] = {Increment(s.guard_bits) + saturate, kGroupNormalizeAccumulate, word,
                              kGroupNormalizeAccumulate};
  return table;
}

}  // namespace macroscope
