#include "models/common/posit_rtl.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/posit_quire_mac/posit_quire_mac_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakePositQuireMac(const Design& design) {
  const PositShape shape = PositShape::Derive(design);
  UnitFrame frame{
      .stages = {StageOf("unpack", "posit_unpack", kGroupMultiply, kGroupMultiply),
                 StageOf("multiply", "posit_multiply", kGroupMultiply, kGroupAlignAdd),
                 StageOf("align", "posit_quire_mac_align", kGroupAlignAdd, kGroupAlignAdd),
                 StageOf("add", "fixed_add", kGroupAlignAdd, kGroupAlignAdd),
                 StageOf("accumulate", "fixed_accumulate", kGroupNormalizeAccumulate,
                         kGroupNormalizeAccumulate)},
      .loop_start = 3,
      .arithmetic_bits = shape.fixed.word_bits() + 2,
      .top = "posit_quire_mac",
      .rtl_sources = CommonSources({"stage_register", "loop_entry", "posit_unpack",
                                    "posit_multiply", "fixed_add", "fixed_accumulate"}),
      .rtl_parameters = PositParameters(design)};
  frame.rtl_sources.push_back("posit_quire_mac/posit_quire_mac_align.sv");
  frame.rtl_parameters.emplace_back("GuardBits", shape.fixed.guard_bits);
  frame.rtl_parameters.emplace_back("Saturate", shape.fixed.saturate ? 1 : 0);
  AddStructureParameters(design.structure, frame.rtl_parameters);
  return MakeUnitOf<PositQuireMacLaws>(design, std::move(frame));
}

}  // namespace macroscope
