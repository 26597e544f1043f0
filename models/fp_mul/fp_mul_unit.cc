#include "models/common/rtl_parameters.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/fp_mul/fp_mul_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakeFpMul(const Design& design) {
  const FpMulShape shape = FpMulShape::Derive(design);
  UnitFrame frame{
      .stages = {StageOf("unpack", "fp_mul_unpack", kGroupMultiply, kGroupMultiply),
                 StageOf("multiply", "fp_mul_multiply", kGroupMultiply, kGroupNormalizeAccumulate),
                 StageOf("normalize", "fp_mul_normalize", kGroupNormalizeAccumulate,
                         kGroupNormalizeAccumulate),
                 StageOf("round", "float_round", kGroupNormalizeAccumulate,
                         kGroupNormalizeAccumulate)},
      .loop_start = 4,
      .arithmetic_bits =
          std::max({shape.product_bits, shape.window_bits, shape.precision + shape.guard_bits}) + 1,
      .top = "fp_mul",
      .rtl_sources = CommonSources({"stage_register", "multiplier", "normalized_operand",
                                    "shift_right_sticky", "float_round"}),
      .rtl_parameters = {}};
  for (const char* module : {"pkg", "unpack", "multiply", "normalize"}) {
    frame.rtl_sources.push_back(std::string("fp_mul/fp_mul_") + module + ".sv");
  }
  RtlParameters& parameters = frame.rtl_parameters;
  AddOperandParameters("A", design.a, parameters);
  AddOperandParameters("B", design.b, parameters);
  AddResultParameters(shape.accumulator, parameters);
  parameters.emplace_back("ExponentOffset", static_cast<std::uint32_t>(shape.exponent_offset));
  AddSemanticsParameters(shape.design, parameters);
  AddStructureParameters(design.structure, parameters);
  return MakeUnitOf<FpMulLaws>(design, std::move(frame));
}

}  // namespace macroscope
