#include "models/common/posit_rtl.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/posit_add/posit_add_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakePositAdd(const Design& design) {
  const PositShape shape = PositShape::Derive(design);
  UnitFrame frame{.stages = {{.name = "unpack",
                              .rtl_module = "posit_unpack",
                              .group = kGroupAlignAdd,
                              .register_group = kGroupAlignAdd,
                              .outputs = {}},
                             {.name = "align",
                              .rtl_module = "posit_add_align",
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
