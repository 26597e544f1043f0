#include "models/common/posit_rtl.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/posit_fma/posit_fma_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakePositFma(const Design& design) {
  const PositShape shape = PositShape::Derive(design);
  UnitFrame frame{.stages = {{.name = "unpack",
                              .rtl_module = "posit_unpack",
                              .group = kGroupMultiply,
                              .register_group = kGroupMultiply,
                              .outputs = {}},
                             {.name = "multiply",
                              .rtl_module = "posit_multiply",
                              .group = kGroupMultiply,
                              .register_group = kGroupAlignAdd,
                              .outputs = {}},
                             {.name = "align",
                              .rtl_module = "posit_fma_align",
                              .group = kGroupAlignAdd,
                              .register_group = kGroupAlignAdd,
                              .outputs = {}},
                             {.name = "add",
                              .rtl_module = "posit_sum",
                              .group = kGroupAlignAdd,
                              .register_group = kGroupAlignAdd,
                              .outputs = {}},
                             {.name = "normalize",
                              .rtl_module = "posit_normalize",
                              .group = kGroupNormalizeAccumulate,
                              .register_group = kGroupNormalizeAccumulate,
                              .outputs = {}},
                             {.name = "round",
                              .rtl_module = "posit_round",
                              .group = kGroupNormalizeAccumulate,
                              .register_group = kGroupNormalizeAccumulate,
                              .outputs = {}}},
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
