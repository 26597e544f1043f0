#include "models/common/rtl_parameters.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/kulisch_mac/kulisch_mac_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakeKulischMac(const Design& design) {
  const KulischMacShape shape = KulischMacShape::Derive(design);
  UnitFrame frame{
      .stages = {StageOf("unpack", "kulisch_mac_unpack", kGroupMultiply, kGroupMultiply),
                 StageOf("multiply", "kulisch_mac_multiply", kGroupMultiply, kGroupAlignAdd),
                 StageOf("align", "kulisch_mac_align", kGroupAlignAdd, kGroupAlignAdd),
                 StageOf("add", "fixed_add", kGroupAlignAdd, kGroupAlignAdd),
                 StageOf("accumulate", "fixed_accumulate", kGroupNormalizeAccumulate,
                         kGroupNormalizeAccumulate)},
      .loop_start = 3,
      .arithmetic_bits = shape.fixed.word_bits() + 2,
      .top = "kulisch_mac",
      .rtl_sources = CommonSources({"stage_register", "loop_entry", "adder", "multiplier",
                                    "operand_unpack", "fixed_add", "fixed_accumulate"}),
      .rtl_parameters = {}};
  for (const char* module : {"pkg", "unpack", "multiply", "align"}) {
    frame.rtl_sources.push_back(std::string("kulisch_mac/kulisch_mac_") + module + ".sv");
  }
  AddOperandParameters("A", design.a, frame.rtl_parameters);
  AddOperandParameters("B", design.b, frame.rtl_parameters);
  frame.rtl_parameters.emplace_back("GuardBits", shape.fixed.guard_bits);
  frame.rtl_parameters.emplace_back("Saturate", shape.fixed.saturate ? 1 : 0);
  AddStructureParameters(design.structure, frame.rtl_parameters);
  return MakeUnitOf<KulischMacLaws>(design, std::move(frame));
}

}  // namespace macroscope
