#include "models/common/log_frame.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/log_add/log_add_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakeLogAdd(const Design& design) {
  const LogAddShape shape = LogAddShape::Derive(design);
  UnitFrame frame{
      .stages = {StageOf("unpack", "log_add_unpack", kGroupAlignAdd, kGroupAlignAdd),
                 StageOf("order", "log_order", kGroupAlignAdd, kGroupAlignAdd),
                 StageOf("lookup", "log_lookup", kGroupAlignAdd, kGroupNormalizeAccumulate),
                 StageOf("refine", "log_refine", kGroupAlignAdd, kGroupNormalizeAccumulate),
                 StageOf("round", "log_round", kGroupNormalizeAccumulate,
                         kGroupNormalizeAccumulate)},
      .loop_start = 5,
      .arithmetic_bits = shape.format.width_bits(),
      .top = "log_add",
      .rtl_sources =
          CommonSources({"stage_register", "leading_zeros", "log_sum_pkg", "log_operand",
                         "log_order", "log_lookup", "log_mitchell", "log_refine", "log_round"}),
      .rtl_parameters = {}};
  frame.rtl_sources.emplace_back("log_add/log_add_unpack.sv");
  AddLogParameters("", shape.format, frame.rtl_parameters);
  AddLogSum(shape.sum, frame);
  return MakeUnitOf<LogAddLaws>(design, std::move(frame));
}

}  // namespace macroscope
