#include "models/common/posit_rtl.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/posit_quire_round/posit_quire_round_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakePositQuireRound(const Design& design) {
  const PositShape shape = PositShape::Derive(design);
  UnitFrame frame{
      .stages = {{.name = "unpack",
                  .rtl_module = "posit_quire_round_unpack",
                  .group = kGroupNormalizeAccumulate,
                  .register_group = kGroupNormalizeAccumulate,
                  .outputs = {}},
                 {.name = "normalize",
                  .rtl_module = "posit_quire_round_normalize",
                  .group = kGroupNormalizeAccumulate,
                  .register_group = kGroupNormalizeAccumulate,
                  .outputs = {}},
                 {.name = "round",
                  .rtl_module = "posit_round",
                  .group = kGroupNormalizeAccumulate,
                  .register_group = kGroupNormalizeAccumulate,
                  .outputs = {}}},
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
