#include "models/common/posit_rtl.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/posit_mul/posit_mul_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakePositMul(const Design& design) {
  const PositShape shape = PositShape::Derive(design);
  UnitFrame frame{.stages = {{.name = "unpack",
                              .rtl_module = "posit_unpack",
                              .group = kGroupMultiply,
                              .register_group = kGroupMultiply,
                              .outputs = {}},
                             {.name = "multiply",
                              .rtl_module = "posit_multiply",
                              .group = kGroupMultiply,
                              .register_group = kGroupNormalizeAccumulate,
                              .outputs = {}},
                             {.name = "normalize",
                              .rtl_module = "posit_mul_normalize",
                              .group = kGroupNormalizeAccumulate,
                              .register_group = kGroupNormalizeAccumulate,
                              .outputs = {}},
                             {.name = "round",
                              .rtl_module = "posit_round",
                              .group = kGroupNormalizeAccumulate,
                              .register_group = kGroupNormalizeAccumulate,
                              .outputs = {}}},
                  .loop_start = 4,
                  .arithmetic_bits = shape.product_bits + 1,
                  .top = "posit_mul",
                  .rtl_sources = CommonSources(
                      {"stage_register", "posit_unpack", "posit_multiply", "posit_round"}),
                  .rtl_parameters = PositParameters(design)};
  frame.rtl_sources.push_back("posit_mul/posit_mul_normalize.sv");
  AddStructureParameters(design.structure, frame.rtl_parameters);
  return MakeUnitOf<PositMulLaws>(design, std::move(frame));
}

}  // namespace macroscope
