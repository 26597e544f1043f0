// Ties block_dot's laws and its RTL to the Unit interface.
#include <map>

#include "models/block_dot/block_dot_laws.h"
#include "models/common/rtl_parameters.h"
#include "models/common/table_source.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"

namespace macroscope {
namespace {

// The bar of the published breakdown that a stage belongs to, and its RTL module.
StageShape BlockDotStage(const std::string& name) {
  const bool multiplies = name == "lookup" || name == "unpack" || name == "multiply";
  const bool ends = name == "normalize" || name == "round" || name == "accumulate";
  const char* group = multiplies ? kGroupMultiply
                      : ends     ? kGroupNormalizeAccumulate
                                 : kGroupAlignAdd;
  const char* register_group = name == "multiply" ? kGroupAlignAdd : group;
  return StageOf(name, name == "round" ? "float_round" : "block_dot_" + name, group,
                 register_group);
}

// The first stage that sees the accumulator.
int LoopStart(const BlockDotShape& shape, const std::vector<std::string>& stages) {
  const char* name = shape.is_fixed ? "add" : shape.is_after ? "accumulate" : "align";
  return static_cast<int>(std::ranges::find(stages, name) - stages.begin());
}

void AddLaneParameters(const std::string& prefix, const LaneOperand& operand, const Format& element,
                       RtlParameters& out) {
  const BlockFormat& block = operand.block;
  AddOperandParameters(prefix, element, out);
  out.emplace_back(prefix + "CodeBits", operand.is_looked_up() ? block.element.width_bits() : 0);
  const int scaling = !operand.is_block() ? 0 : block.scale_is_exponent ? 2 : 1;
  out.emplace_back(prefix + "Scaling", scaling);
  out.emplace_back(prefix + "ScaledLanes", operand.scaled_lanes());
  if (operand.is_block()) AddOperandParameters(prefix + "Scale", block.scale, out);
  out.emplace_back(prefix + "MicroLanes", operand.micro_lanes());
  out.emplace_back(prefix + "MicroBits", operand.micro_bits());
}

void AddTable(const std::string& prefix, const LaneOperand& operand, const Format& element,
              std::vector<GeneratedSource>& out) {
  if (!operand.is_looked_up()) return;
  const std::string name = "block_dot_" + prefix + "_values";
  out.push_back(TableSource(
      ValuesTable(operand.block.element, element), name,
      "What the codes of " + operand.block.element.name + " are worth, in " + element.name + "."));
}

}  // namespace

std::unique_ptr<Unit> MakeBlockDot(const Design& design) {
  const BlockDotShape shape = BlockDotShape::Derive(design);
  const DotProduct& dot = design.dot;
  const std::vector<std::string>& names = StageNames(design);
  UnitFrame frame{
      .stages = {},
      .loop_start = LoopStart(shape, names),
      .arithmetic_bits = shape.arithmetic_bits(),
      .top = "block_dot",
      .rtl_sources = CommonSources({"stage_register",     "loop_entry",        "adder",
                                    "multiplier",         "operand_unpack",    "operand_normalize",
                                    "integer_pkg",        "integer_factor",    "integer_unpack",
                                    "integer_multiply",   "signed_sum",        "signed_magnitude",
                                    "greatest",           "fixed_add",         "fixed_accumulate",
                                    "shift_right_sticky", "line_shift_right",  "leading_one_hint",
                                    "hinted_normalize",   "limited_normalize", "float_round"}),
      .rtl_parameters = {}};
  for (const std::string& name : names) frame.stages.push_back(BlockDotStage(name));
  for (const char* module : {"kulisch_mac/kulisch_mac_pkg", "kulisch_mac/kulisch_mac_unpack",
                             "kulisch_mac/kulisch_mac_multiply", "kulisch_mac/kulisch_mac_align"}) {
    frame.rtl_sources.push_back(std::string(module) + ".sv");
  }
  for (const char* module : {"pkg", "operand", "unpack", "align", "add", "normalize"}) {
    frame.rtl_sources.push_back(std::string("fp_add/fp_add_") + module + ".sv");
  }
  frame.rtl_sources.push_back("fp_add/fp_add.sv");
  for (const char* module :
       {"pkg", "lookup", "scales", "unpack", "multiply", "reduce", "scale", "gather", "level",
        "place", "align", "add", "normalize", "accumulate", "leaf", "nodes", "tree"}) {
    frame.rtl_sources.push_back(std::string("block_dot/block_dot_") + module + ".sv");
  }
  RtlParameters& parameters = frame.rtl_parameters;
  AddLaneParameters("A", dot.a, design.a, parameters);
  AddLaneParameters("B", dot.b, design.b, parameters);
  parameters.emplace_back("Lanes", dot.lanes);
  parameters.emplace_back("Reduction", static_cast<std::uint32_t>(dot.reduction));
  parameters.emplace_back("Terms", static_cast<std::uint32_t>(dot.terms));
  parameters.emplace_back("Alignment", static_cast<std::uint32_t>(dot.alignment));
  parameters.emplace_back("Window", dot.window_bits);
  parameters.emplace_back("Join", static_cast<std::uint32_t>(dot.join));
  parameters.emplace_back("Fixed", shape.is_fixed ? 1 : 0);
  if (shape.is_fixed) {
    parameters.emplace_back("GuardBits", shape.fixed.guard_bits);
    parameters.emplace_back("Saturate", shape.fixed.saturate ? 1 : 0);
  } else {
    AddResultParameters(shape.accumulator, parameters);
    parameters.emplace_back("TermFractionBits", shape.last.fraction_bits);
    parameters.emplace_back("LevelBias", shape.level_bias);
    parameters.emplace_back("Offset", static_cast<std::uint32_t>(shape.window.offset));
    parameters.emplace_back("Rounding", static_cast<std::uint32_t>(design.rounding));
    parameters.emplace_back("Overflow", static_cast<std::uint32_t>(design.overflow));
    parameters.emplace_back("FlushInputs", FlushesInputs(design) ? 1 : 0);
    parameters.emplace_back("FlushOutputs", FlushesOutputs(design) ? 1 : 0);
  }
  AddStructureParameters(design.structure, parameters);
  AddTable("a", dot.a, design.a, frame.rtl_generated);
  AddTable("b", dot.b, design.b, frame.rtl_generated);
  frame.facts = TableFacts(design);
  return MakeUnitOf<BlockDotLaws>(design, std::move(frame));
}

}  // namespace macroscope
