#include "models/common/rtl_parameters.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/fp_fma/fp_fma_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakeFpFma(const Design& design) {
  const FpFmaShape shape = FpFmaShape::Derive(design);
  UnitFrame frame{
      .stages = {{.name = "unpack",
                  .rtl_module = "fp_fma_unpack",
                  .group = kGroupMultiply,
                  .register_group = kGroupMultiply,
                  .outputs = {}},
                 {.name = "multiply",
                  .rtl_module = "fp_fma_multiply",
                  .group = kGroupMultiply,
                  .register_group = kGroupAlignAdd,
                  .outputs = {}},
                 {.name = "align",
                  .rtl_module = "fp_fma_align",
                  .group = kGroupAlignAdd,
                  .register_group = kGroupAlignAdd,
                  .outputs = {}},
                 {.name = "add",
                  .rtl_module = "fp_fma_add",
                  .group = kGroupAlignAdd,
                  .register_group = kGroupAlignAdd,
                  .outputs = {}},
                 {.name = "normalize",
                  .rtl_module = "fp_fma_normalize",
                  .group = kGroupNormalizeAccumulate,
                  .register_group = kGroupNormalizeAccumulate,
                  .outputs = {}},
                 {.name = "round",
                  .rtl_module = "float_round",
                  .group = kGroupNormalizeAccumulate,
                  .register_group = kGroupNormalizeAccumulate,
                  .outputs = {}}},
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
