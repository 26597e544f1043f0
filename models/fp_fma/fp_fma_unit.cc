#include "models/common/rtl_parameters.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/fp_fma/fp_fma_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakeFpFma(const Design& design) {
  const FpFmaShape shape = FpFmaShape::Derive(design);
  UnitFrame frame{
      .stages = {StageOf("unpack", "fp_fma_unpack", kGroupMultiply, kGroupMultiply),
                 StageOf("multiply", "fp_fma_multiply", kGroupMultiply, kGroupAlignAdd),
                 StageOf("align", "fp_fma_align", kGroupAlignAdd, kGroupAlignAdd),
                 StageOf("add", "fp_fma_add", kGroupAlignAdd, kGroupAlignAdd),
                 StageOf("normalize", "fp_fma_normalize", kGroupNormalizeAccumulate,
                         kGroupNormalizeAccumulate),
                 StageOf("round", "float_round", kGroupNormalizeAccumulate,
                         kGroupNormalizeAccumulate)},
      .loop_start = 2,
      .arithmetic_bits = shape.sum_bits() + 1,
      .top = "fp_fma",
      .rtl_sources = CommonSources({"stage_register", "loop_entry", "multiplier", "operand_unpack",
                                    "operand_normalize", "shift_right_sticky", "line_shift_right",
                                    "leading_one_hint", "hinted_normalize", "float_round"}),
      .rtl_parameters = {}};
  for (const char* module :
       {"pkg", "unpack", "multiply", "align_wide", "align", "add_wide", "add", "normalize"}) {
    frame.rtl_sources.push_back(std::string("fp_fma/fp_fma_") + module + ".sv");
  }
  RtlParameters& parameters = frame.rtl_parameters;
  AddOperandParameters("A", design.a, parameters);
  AddOperandParameters("B", design.b, parameters);
  AddResultParameters(shape.accumulator, parameters);
  parameters.emplace_back("ExponentOffset", static_cast<std::uint32_t>(shape.exponent_offset));
  AddSemanticsParameters(design, parameters);
  AddStructureParameters(design.structure, parameters);
  parameters.emplace_back("LeadingZeros",
                          static_cast<std::uint32_t>(design.structure.leading_zeros));
  parameters.emplace_back("Path", static_cast<std::uint32_t>(design.structure.path));
  return MakeUnitOf<FpFmaLaws>(design, std::move(frame));
}

}  // namespace macroscope
