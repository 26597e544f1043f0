#include "models/common/posit_rtl.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/posit_add/posit_add_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakePositAdd(const Design& design) {
  const PositShape shape = PositShape::Derive(design);
  UnitFrame frame{.stages = {StageOf("unpack", "posit_unpack", kGroupAlignAdd, kGroupAlignAdd),
                             StageOf("align", "posit_add_align", kGroupAlignAdd, kGroupAlignAdd),
                             StageOf("add", "posit_sum", kGroupAlignAdd, kGroupAlignAdd),
                             StageOf("normalize", "posit_normalize", kGroupNormalizeAccumulate,
                                     kGroupNormalizeAccumulate),
                             StageOf("round", "posit_round", kGroupNormalizeAccumulate,
                                     kGroupNormalizeAccumulate)},
                  .loop_start = 5,
                  .arithmetic_bits = shape.sum_bits(),
                  .top = "posit_add",
                  .rtl_sources = CommonSources({"stage_register", "posit_unpack", "posit_sort",
                                                "posit_sum", "posit_normalize", "posit_round"}),
                  .rtl_parameters = PositParameters(design)};
  frame.rtl_sources.push_back("posit_add/posit_add_align.sv");
  frame.rtl_parameters.emplace_back("Adder", static_cast<std::uint32_t>(design.structure.adder));
  return MakeUnitOf<PositAddLaws>(design, std::move(frame));
}

}  // namespace macroscope
