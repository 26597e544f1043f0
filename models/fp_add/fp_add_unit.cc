#include "models/common/rtl_parameters.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/fp_add/fp_add_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakeFpAdd(const Design& design) {
  const FpAddShape shape = FpAddShape::Derive(design);
  UnitFrame frame{.stages = {StageOf("unpack", "fp_add_unpack", kGroupAlignAdd, kGroupAlignAdd),
                             StageOf("align", "fp_add_align", kGroupAlignAdd, kGroupAlignAdd),
                             StageOf("add", "fp_add_add", kGroupAlignAdd, kGroupAlignAdd),
                             StageOf("normalize", "fp_add_normalize", kGroupNormalizeAccumulate,
                                     kGroupNormalizeAccumulate),
                             StageOf("round", "float_round", kGroupNormalizeAccumulate,
                                     kGroupNormalizeAccumulate)},
                  .loop_start = 5,
                  .arithmetic_bits = shape.sum_bits() + 1,
                  .top = "fp_add",
                  .rtl_sources = CommonSources(
                      {"stage_register", "adder", "leading_one_hint", "limited_normalize",
                       "hinted_normalize", "operand_unpack", "operand_normalize",
                       "shift_right_sticky", "line_shift_right", "float_round"}),
                  .rtl_parameters = {}};
  for (const char* module : {"pkg", "operand", "unpack", "align", "add", "normalize"}) {
    frame.rtl_sources.push_back(std::string("fp_add/fp_add_") + module + ".sv");
  }
  RtlParameters& parameters = frame.rtl_parameters;
  AddOperandParameters("A", design.a, parameters);
  parameters.emplace_back("ABias", static_cast<std::uint32_t>(design.a.bias));
  AddOperandParameters("B", design.b, parameters);
  parameters.emplace_back("BBias", static_cast<std::uint32_t>(design.b.bias));
  AddResultParameters(shape.accumulator, parameters);
  parameters.emplace_back("CBias", static_cast<std::uint32_t>(shape.accumulator.bias));
  // Always floating.
  std::erase_if(parameters, [](const auto& p) { return p.first == "AKind" || p.first == "BKind"; });
  AddSemanticsParameters(shape.design, parameters);
  parameters.emplace_back("Adder", static_cast<std::uint32_t>(design.structure.adder));
  parameters.emplace_back("LeadingZeros",
                          static_cast<std::uint32_t>(design.structure.leading_zeros));
  parameters.emplace_back("Path", static_cast<std::uint32_t>(design.structure.path));
  return MakeUnitOf<FpAddLaws>(design, std::move(frame));
}

}  // namespace macroscope
