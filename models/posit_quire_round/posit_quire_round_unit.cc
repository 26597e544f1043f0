#include "models/common/posit_rtl.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/posit_quire_round/posit_quire_round_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakePositQuireRound(const Design& design) {
  const PositShape shape = PositShape::Derive(design);
  UnitFrame frame{
      .stages = {StageOf("unpack", "posit_quire_round_unpack", kGroupNormalizeAccumulate,
                         kGroupNormalizeAccumulate),
                 StageOf("normalize", "posit_quire_round_normalize", kGroupNormalizeAccumulate,
                         kGroupNormalizeAccumulate),
                 StageOf("round", "posit_round", kGroupNormalizeAccumulate,
                         kGroupNormalizeAccumulate)},
      .loop_start = 3,
      .arithmetic_bits = shape.fixed.word_bits() + 1,
      .top = "posit_quire_round",
      .rtl_sources = CommonSources({"stage_register", "adder", "posit_normalize", "posit_round"}),
      .rtl_parameters = PositParameters(design)};
  for (const char* module : {"unpack", "normalize"}) {
    frame.rtl_sources.push_back(std::string("posit_quire_round/posit_quire_round_") + module +
                                ".sv");
  }
  frame.rtl_parameters.emplace_back("Adder", static_cast<std::uint32_t>(design.structure.adder));
  return MakeUnitOf<PositQuireRoundLaws>(design, std::move(frame));
}

}  // namespace macroscope
