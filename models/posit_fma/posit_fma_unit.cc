#include "models/common/posit_rtl.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/posit_fma/posit_fma_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakePositFma(const Design& design) {
  const PositShape shape = PositShape::Derive(design);
  UnitFrame frame{.stages = {StageOf("unpack", "posit_unpack", kGroupMultiply, kGroupMultiply),
                             StageOf("multiply", "posit_multiply", kGroupMultiply, kGroupAlignAdd),
                             StageOf("align", "posit_fma_align", kGroupAlignAdd, kGroupAlignAdd),
                             StageOf("add", "posit_sum", kGroupAlignAdd, kGroupAlignAdd),
                             StageOf("normalize", "posit_normalize", kGroupNormalizeAccumulate,
                                     kGroupNormalizeAccumulate),
                             StageOf("round", "posit_round", kGroupNormalizeAccumulate,
                                     kGroupNormalizeAccumulate)},
                  .loop_start = 2,
                  .arithmetic_bits = shape.sum_bits(),
                  .top = "posit_fma",
                  .rtl_sources = CommonSources({"stage_register", "loop_entry", "posit_unpack",
                                                "posit_multiply", "posit_sort", "posit_sum",
                                                "posit_normalize", "posit_round"}),
                  .rtl_parameters = PositParameters(design)};
  frame.rtl_sources.push_back("posit_fma/posit_fma_align.sv");
  AddStructureParameters(design.structure, frame.rtl_parameters);
  return MakeUnitOf<PositFmaLaws>(design, std::move(frame));
}

}  // namespace macroscope
