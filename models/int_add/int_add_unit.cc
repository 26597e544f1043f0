#include <algorithm>

#include "models/common/rtl_parameters.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/int_add/int_add_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakeIntAdd(const Design& design) {
  const IntAddShape shape = IntAddShape::Derive(design);
  UnitFrame frame{
      .stages = {StageOf("unpack", "int_add_unpack", kGroupAlignAdd, kGroupAlignAdd),
                 StageOf("add", "int_add_add", kGroupAlignAdd, kGroupAlignAdd),
                 StageOf("saturate", "integer_saturate", kGroupNormalizeAccumulate,
                         kGroupNormalizeAccumulate)},
      .loop_start = 3,
      .arithmetic_bits = std::max(shape.sum_bits(), shape.result.result_bits),
      .top = "int_add",
      .rtl_sources =
          CommonSources({"stage_register", "sklansky_network", "adder", "integer_saturate"}),
      .rtl_parameters = {{"AKind", KindParameter(design.a)},
                         {"AWidth", design.a.width_bits()},
                         {"BKind", KindParameter(design.b)},
                         {"BWidth", design.b.width_bits()},
                         {"ResultBits", shape.result.result_bits},
                         {"Saturate", design.overflow == Overflow::kSaturate ? 1 : 0},
                         {"Adder", static_cast<std::uint32_t>(design.structure.adder)}}};
  for (const char* module : {"pkg", "term", "unpack", "add"}) {
    frame.rtl_sources.push_back(std::string("int_add/int_add_") + module + ".sv");
  }
  return MakeUnitOf<IntAddLaws>(design, std::move(frame));
}

}  // namespace macroscope
