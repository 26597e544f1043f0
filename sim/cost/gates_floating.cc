// Floating accumulator, kept normalised: compare exponents, sort the two terms, shift the smaller
// one, add, find the leading one, shift it up, round. All as wide as the accumulator's significand
// (SA bits): the paper's counts do not depend on the product's width, and bits of a wider product
// take part only as far as rounding needs them. No far and near path, no anticipation of zeros.
#include "models/common/unit.h"
#include "sim/cost/gate_costs.h"
#include "sim/cost/gates_rows.h"
#include "sim/cost/gates_shape.h"

namespace macroscope {

GatesTable FloatingGates(const Design& design) {
  using namespace gate_costs;
  const GatesShape s = ShapeForGates(design);
  const Format& accumulator = design.accumulator.format;
  const int precision = accumulator.significand_bits();   // SA
  const int difference = ExponentDifferenceBits(design);  // EA
  const int sum = precision + 2;  // A sign, and a carry of two equally long terms.
  const int addend = design.form == Form::kOperation ? accumulator.width_bits() : 0;

  const int multiply = PartialProducts(s.a_bits, s.b_bits) +
                       ReducePartialProducts(s.a_bits, s.b_bits) +
                       (s.adds_exponents ? Add(s.exponent_bits + 1) : 0);
  const int align = Add(difference) + SelectLarger(difference) + Sort(precision) +
                    ShiftRightSigned(precision + 1, precision - 1);
  const int normalize =
      LeadingZeroDetector(sum) + ShiftLeft(sum, sum - 1) + Add(accumulator.exponent_bits);
  const int round = Increment(precision) + Increment(accumulator.exponent_bits);

  GatesTable table;
  table.accumulator_bits = accumulator.width_bits();
  table.rows["unpack"] = {std::nullopt, kGroupMultiply,
                          s.a_bits + s.b_bits + 2 * s.exponent_bits + addend, kGroupMultiply};
  table.rows["multiply"] = {multiply, kGroupMultiply, s.product_bits + s.exponent_bits + 2 + addend,
                            kGroupAlignAdd};
  table.rows["align"] = {align, kGroupAlignAdd, 2 * (precision + 1) + difference, kGroupAlignAdd};
  table.rows["add"] = {Add(sum), kGroupAlignAdd, difference + precision + 3, kGroupAlignAdd};
  table.rows["normalize"] = {normalize, kGroupNormalizeAccumulate,
                             accumulator.exponent_bits + precision + 3, kGroupNormalizeAccumulate};
  table.rows["round"] = {round, kGroupNormalizeAccumulate, accumulator.width_bits(),
                         kGroupNormalizeAccumulate};
  return table;
}

}  // namespace macroscope
