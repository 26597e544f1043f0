#include "models/common/rtl_parameters.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/int_mac/int_mac_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakeIntMac(const Design& design) {
  const IntMacShape shape = IntMacShape::Derive(design);
  UnitFrame frame{
      .stages = {StageOf("unpack", "integer_unpack", kGroupMultiply, kGroupMultiply),
                 StageOf("multiply", "integer_multiply", kGroupMultiply, kGroupAlignAdd),
                 StageOf("add", "fixed_add", kGroupAlignAdd, kGroupAlignAdd),
                 StageOf("accumulate", "fixed_accumulate", kGroupNormalizeAccumulate,
                         kGroupNormalizeAccumulate)},
      .loop_start = 2,
      .arithmetic_bits = shape.fixed.word_bits() + 2,
      .top = "int_mac",
      .rtl_sources = CommonSources({"stage_register", "loop_entry", "adder", "multiplier",
                                    "integer_pkg", "integer_factor", "integer_unpack",
                                    "integer_multiply", "fixed_add", "fixed_accumulate"}),
      .rtl_parameters = {{"AKind", KindParameter(design.a)},
                         {"AWidth", design.a.width_bits()},
                         {"BKind", KindParameter(design.b)},
                         {"BWidth", design.b.width_bits()},
                         {"GuardBits", shape.fixed.guard_bits},
                         {"Saturate", shape.fixed.saturate ? 1 : 0}}};
  AddStructureParameters(design.structure, frame.rtl_parameters);
  return MakeUnitOf<IntMacLaws>(design, std::move(frame));
}

}  // namespace macroscope
