#include "models/common/rtl_parameters.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/convert/convert_laws.h"

namespace macroscope {
std::unique_ptr<Unit> MakeConvert(const Design& design) {
  const ConvertShape shape = ConvertShape::Derive(design);
  UnitFrame frame{
      .stages = {StageOf("unpack", "convert_unpack", kGroupAlignAdd, kGroupAlignAdd),
                 StageOf("shift", "convert_shift", kGroupAlignAdd, kGroupNormalizeAccumulate),
                 StageOf("round", "convert_round", kGroupNormalizeAccumulate,
                         kGroupNormalizeAccumulate)},
      .loop_start = 3,
      .arithmetic_bits = shape.arithmetic_bits(),
      .top = "convert",
      .rtl_sources = CommonSources({"stage_register", "leading_zeros", "operand_unpack",
                                    "shift_right_sticky", "round_up", "rounder", "float_round"}),
      .rtl_parameters = {}};
  for (const char* module : {"pkg", "unpack", "normalize", "place", "shift", "round_integer",
                             "round_gap", "round_float", "round"}) {
    frame.rtl_sources.push_back(std::string("convert/convert_") + module + ".sv");
  }
  RtlParameters& parameters = frame.rtl_parameters;
  AddOperandParameters("A", design.a, parameters);
  parameters.emplace_back("Scaled", shape.scaled ? 1 : 0);
  AddOperandParameters("B", design.b, parameters);
  AddOperandParameters("Z", shape.accumulator, parameters);
  parameters.emplace_back("HeightOffset", static_cast<std::uint32_t>(shape.height_offset));
  AddSemanticsParameters(design, parameters);
  return MakeUnitOf<ConvertLaws>(design, std::move(frame));
}

}  // namespace macroscope
