#include "models/common/posit_rtl.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/posit_mul/posit_mul_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakePositMul(const Design& design) {
  const PositShape shape = PositShape::Derive(design);
  UnitFrame frame{
      .stages = {StageOf("unpack", "posit_unpack", kGroupMultiply, kGroupMultiply),
                 StageOf("multiply", "posit_multiply", kGroupMultiply, kGroupNormalizeAccumulate),
                 StageOf("normalize", "posit_mul_normalize", kGroupNormalizeAccumulate,
                         kGroupNormalizeAccumulate),
                 StageOf("round", "posit_round", kGroupNormalizeAccumulate,
                         kGroupNormalizeAccumulate)},
      .loop_start = 4,
      .arithmetic_bits = shape.product_bits + 1,
      .top = "posit_mul",
      .rtl_sources =
          CommonSources({"stage_register", "posit_unpack", "posit_multiply", "posit_round"}),
      .rtl_parameters = PositParameters(design)};
  frame.rtl_sources.push_back("posit_mul/posit_mul_normalize.sv");
  AddStructureParameters(design.structure, frame.rtl_parameters);
  return MakeUnitOf<PositMulLaws>(design, std::move(frame));
}

}  // namespace macroscope
