#include "models/code_sums/code_sums_laws.h"
#include "models/common/rtl_parameters.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"

namespace macroscope {

std::unique_ptr<Unit> MakeCodeSums(const Design& design) {
  const CodeSumsShape shape = CodeSumsShape::Derive(design);
  UnitFrame frame{
      .stages = {StageOf("unpack", "code_sums_unpack", kGroupMultiply, kGroupAlignAdd),
                 StageOf("add", "code_sums_add", kGroupAlignAdd, kGroupNormalizeAccumulate)},
      .loop_start = 1,
      .arithmetic_bits = shape.word_bits() + 1,
      .top = "code_sums",
      .rtl_sources = CommonSources({"stage_register", "loop_entry", "adder", "operand_unpack"}),
      .rtl_parameters = {{"AWidth", shape.code_bits}}};
  for (const char* module : {"pkg", "unpack", "add"}) {
    frame.rtl_sources.push_back(std::string("code_sums/code_sums_") + module + ".sv");
  }
  AddOperandParameters("B", design.b, frame.rtl_parameters);
  frame.rtl_parameters.emplace_back("GuardBits", shape.sum_bits - shape.term_bits);
  frame.rtl_parameters.emplace_back("Adder", static_cast<std::uint32_t>(design.structure.adder));
  frame.facts = {
      {"sums", std::to_string(shape.codes()) + " of " + std::to_string(shape.sum_bits) + " bits"}};
  return MakeUnitOf<CodeSumsLaws>(design, std::move(frame));
}

}  // namespace macroscope
