#include <algorithm>

#include "models/common/rtl_parameters.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/int_mul/int_mul_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakeIntMul(const Design& design) {
  const IntMulShape shape = IntMulShape::Derive(design);
  UnitFrame frame{
      .stages = {StageOf("unpack", "integer_unpack", kGroupMultiply, kGroupMultiply),
                 StageOf("multiply", "integer_multiply", kGroupMultiply, kGroupNormalizeAccumulate),
                 StageOf("saturate", "integer_saturate", kGroupNormalizeAccumulate,
                         kGroupNormalizeAccumulate)},
      .loop_start = 3,
      .arithmetic_bits = std::max(shape.result.value_bits, shape.result.result_bits),
      .top = "int_mul",
      .rtl_sources =
          CommonSources({"stage_register", "sklansky_network", "adder", "compressor_tree",
                         "multiplier", "integer_pkg", "integer_factor", "integer_unpack",
                         "integer_multiply", "integer_saturate"}),
      .rtl_parameters = {{"AKind", KindParameter(design.a)},
                         {"AWidth", design.a.width_bits()},
                         {"BKind", KindParameter(design.b)},
                         {"BWidth", design.b.width_bits()},
                         {"ResultBits", shape.result.result_bits},
                         {"Saturate", design.overflow == Overflow::kSaturate ? 1 : 0}}};
  AddStructureParameters(design.structure, frame.rtl_parameters);
  return MakeUnitOf<IntMulLaws>(design, std::move(frame));
}

}  // namespace macroscope
