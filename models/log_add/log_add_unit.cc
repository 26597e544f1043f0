#include "models/common/log_frame.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/log_add/log_add_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakeLogAdd(const Design& design) {
  const LogAddShape shape = LogAddShape::Derive(design);
  UnitFrame frame{.stages = {StageOf("unpack", "log_add_unpack", kGroupAlignAdd, kGroupAlignAdd),
                             StageOf("order", "log_order", kGroupAlignAdd, kGroupAlignAdd)},
                  .loop_start = static_cast<int>(StageNames(design).size()),
                  .arithmetic_bits = shape.format.width_bits(),
                  .top = "log_add",
                  .rtl_sources = CommonSources(
                      {"stage_register", "leading_zeros", "log_sum_pkg", "log_operand", "log_order",
                       "log_cotransform", "log_lookup", "log_mitchell", "log_refine", "log_round"}),
                  .rtl_parameters = {}};
  AddLogSumStages(shape.sum, frame.stages);
  frame.rtl_sources.emplace_back("log_add/log_add_unpack.sv");
  AddLogParameters("", shape.format, frame.rtl_parameters);
  AddLogSum(shape.sum, frame);
  return MakeUnitOf<LogAddLaws>(design, std::move(frame));
}

}  // namespace macroscope
