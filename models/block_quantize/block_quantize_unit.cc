// Ties block_quantize's laws and its RTL to the Unit interface.
#include "models/block_quantize/block_quantize_laws.h"
#include "models/common/rtl_parameters.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"

namespace macroscope {
namespace {

StageShape BlockQuantizeStage(const std::string& name) {
  const char* group = name == "round"    ? kGroupNormalizeAccumulate
                      : name == "divide" ? kGroupMultiply
                                         : kGroupAlignAdd;
  return StageOf(name, "block_quantize_" + name, group, group);
}

// As two's complement in 32 bits.
std::uint32_t Signed(int value) { return static_cast<std::uint32_t>(value); }

}  // namespace

std::unique_ptr<Unit> MakeBlockQuantize(const Design& design) {
  const BlockQuantizeShape shape = BlockQuantizeShape::Derive(design);
  const BlockFormat& block = shape.z.block;
  UnitFrame frame{
      .stages = {},
      .loop_start = static_cast<int>(StageNames(design).size()),
      .arithmetic_bits = shape.lane.precision + shape.significand_bits,
      .top = "block_quantize",
      .rtl_sources = CommonSources({"stage_register", "posit_pkg", "greatest", "fanout_word",
                                    "leading_zeros", "normalized_operand", "significand_divide",
                                    "shift_right_sticky", "round_up", "rounder", "float_round"}),
      .rtl_parameters = {}};
  for (const std::string& name : StageNames(design))
    frame.stages.push_back(BlockQuantizeStage(name));
  for (const char* module :
       {"pkg", "normalize", "place", "round_integer", "round_gap", "round_float", "round"}) {
    frame.rtl_sources.push_back(std::string("convert/convert_") + module + ".sv");
  }
  for (const char* module : {"pkg", "unpack", "largest", "normalize", "power", "ratio", "scale",
                             "divide", "shift", "round"}) {
    frame.rtl_sources.push_back(std::string("block_quantize/block_quantize_") + module + ".sv");
  }
  RtlParameters& parameters = frame.rtl_parameters;
  parameters.emplace_back("Lanes", shape.lanes);
  AddOperandParameters("A", design.a, parameters);
  AddOperandParameters("Z", block.element, parameters);
  parameters.emplace_back("Symmetric", block.is_symmetric ? 1 : 0);
  AddOperandParameters("Scale", block.scale, parameters);
  parameters.emplace_back("ScaleIsExponent", block.scale_is_exponent ? 1 : 0);
  parameters.emplace_back("MicroLanes", shape.sub_blocks > 0 ? shape.z.micro_lanes() : 0);
  parameters.emplace_back("MicroBits", shape.z.micro_bits());
  parameters.emplace_back("Rule", static_cast<std::uint32_t>(design.quantize.scale_rule));
  parameters.emplace_back("CodeOffset", Signed(shape.offset));
  parameters.emplace_back("HeightOffset", Signed(shape.height_offset));
  parameters.emplace_back("InfiniteExponent", shape.replaces ? shape.infinite_exponent : 0);
  parameters.emplace_back("Rounding", static_cast<std::uint32_t>(design.rounding));
  parameters.emplace_back("Overflow", static_cast<std::uint32_t>(design.overflow));
  return std::make_unique<UnitOf<BlockQuantizeLaws>>(design, std::move(frame));
}

}  // namespace macroscope
