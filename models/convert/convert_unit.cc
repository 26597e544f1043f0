// The units of convert, one a datapath: stages, RTL, parameters and tables. Long for one file, but
// only one such frame after the other.
#include "models/common/log_frame.h"
#include "models/common/posit_rtl.h"
#include "models/common/rtl_parameters.h"
#include "models/common/table_source.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/convert/convert_codebook_laws.h"
#include "models/convert/convert_from_logarithm_laws.h"
#include "models/convert/convert_laws.h"
#include "models/convert/convert_to_log_posit_laws.h"
#include "models/convert/convert_to_logarithm_laws.h"
#include "models/convert/convert_to_posit_laws.h"
#include "models/design/conversion.h"

namespace macroscope {
namespace {

StageShape Align(const char* name, const char* module) {
  return StageOf(name, module, kGroupAlignAdd, kGroupAlignAdd);
}
StageShape Last(const char* name, const char* module) {
  return StageOf(name, module, kGroupNormalizeAccumulate, kGroupNormalizeAccumulate);
}
StageShape Shift() {
  return StageOf("shift", "convert_shift", kGroupAlignAdd, kGroupNormalizeAccumulate);
}

// Stages, and the modules of rtl/convert that they are made of.
UnitFrame Frame(const char* top, std::vector<StageShape> stages, int arithmetic_bits,
                std::initializer_list<const char*> common,
                std::initializer_list<const char*> modules) {
  UnitFrame frame{.stages = std::move(stages),
                  .loop_start = 0,
                  .arithmetic_bits = arithmetic_bits,
                  .top = top,
                  .rtl_sources = CommonSources(common),
                  .rtl_parameters = {}};
  frame.loop_start = static_cast<int>(frame.stages.size());
  frame.rtl_folder = "convert";
  for (const char* module : modules) {
    frame.rtl_sources.push_back(std::string("convert/convert_") + module + ".sv");
  }
  return frame;
}

void AddTable(const LookupTable& table, const char* module, const char* purpose, const char* fact,
              UnitFrame& frame) {
  frame.rtl_generated.push_back(TableSource(table, module, purpose));
  frame.facts.emplace_back(fact, SizeText(table));
}

std::unique_ptr<Unit> ToNumber(const Design& design) {
  const ConvertShape shape = ConvertShape::Derive(design);
  UnitFrame frame =
      Frame("convert", {Align("unpack", "convert_unpack"), Shift(), Last("round", "convert_round")},
            shape.arithmetic_bits(),
            {"stage_register", "leading_zeros", "operand_unpack", "posit_operand",
             "shift_right_sticky", "round_up", "rounder", "float_round"},
            {"pkg", "unpack", "normalize", "place", "shift", "round_integer", "round_gap",
             "round_float", "round"});
  RtlParameters& parameters = frame.rtl_parameters;
  AddOperandParameters("A", design.a, parameters);
  parameters.emplace_back("Scaled", shape.scaled ? 1 : 0);
  AddOperandParameters("B", design.b, parameters);
  AddOperandParameters("Z", shape.accumulator, parameters);
  parameters.emplace_back("HeightOffset", static_cast<std::uint32_t>(shape.height_offset));
  AddSemanticsParameters(design, parameters);
  return MakeUnitOf<ConvertLaws>(design, std::move(frame));
}

std::unique_ptr<Unit> FromLogarithm(const Design& design) {
  const ConvertShape shape = ConvertShape::Derive(design);
  UnitFrame frame = Frame("convert_from_logarithm",
                          {Align("unpack", "convert_log_unpack"), Align("linear", "convert_linear"),
                           Shift(), Last("round", "convert_round")},
                          shape.arithmetic_bits(),
                          {"stage_register", "leading_zeros", "log_operand", "posit_operand",
                           "shift_right_sticky", "round_up", "rounder", "float_round"},
                          {"pkg", "log_unpack", "linear", "normalize", "place", "shift",
                           "round_integer", "round_gap", "round_float", "round"});
  RtlParameters& parameters = frame.rtl_parameters;
  if (design.a.is_log_posit()) {
    parameters.emplace_back("ALogBits", shape.log_bits);
    AddPositParameters("APosit", design.a, parameters);
  } else {
    AddLogParameters("A", design.a, parameters);
  }
  parameters.emplace_back("FractionBits", shape.log_fraction_bits);
  AddOperandParameters("Z", shape.accumulator, parameters);
  parameters.emplace_back("LeastExponent", static_cast<std::uint32_t>(shape.least_exponent));
  parameters.emplace_back("GreatestExponent", static_cast<std::uint32_t>(shape.greatest_exponent));
  parameters.emplace_back("HeightOffset", static_cast<std::uint32_t>(shape.height_offset));
  AddSemanticsParameters(design, parameters);
  std::erase_if(parameters, [](const auto& p) { return p.first == "FlushInputs"; });
  AddTable(*ConvertLinear(shape).table, "convert_linear_table",
           "A significand's fraction by a logarithm's.", "table from logarithms to linear numbers",
           frame);
  return MakeUnitOf<ConvertFromLogarithmLaws>(design, std::move(frame));
}

std::unique_ptr<Unit> ToPosit(const Design& design) {
  const ConvertShape shape = ConvertShape::Derive(design);
  UnitFrame frame =
      Frame("convert_to_posit",
            {Align("unpack", "convert_unpack"), Align("leading", "convert_leading"),
             Last("round", "posit_round")},
            shape.arithmetic_bits(),
            {"stage_register", "operand_unpack", "posit_operand", "posit_normalize", "posit_round"},
            {"pkg", "unpack", "leading"});
  RtlParameters& parameters = frame.rtl_parameters;
  AddOperandParameters("A", design.a, parameters);
  AddPositParameters("Z", shape.accumulator, parameters);
  parameters.emplace_back("HeightOffset", static_cast<std::uint32_t>(shape.height_offset));
  return MakeUnitOf<ConvertToPositLaws>(design, std::move(frame));
}

std::unique_ptr<Unit> ToLogarithm(const Design& design) {
  const ConvertShape shape = ConvertShape::Derive(design);
  UnitFrame frame =
      Frame("convert_to_logarithm",
            {Align("unpack", "convert_unpack"), Align("leading", "convert_leading"),
             Align("logarithm", "convert_logarithm"), Last("round", "convert_log_round")},
            shape.arithmetic_bits(),
            {"stage_register", "operand_unpack", "posit_operand", "posit_normalize"},
            {"pkg", "unpack", "leading", "logarithm", "log_round"});
  RtlParameters& parameters = frame.rtl_parameters;
  AddOperandParameters("A", design.a, parameters);
  AddLogCodeParameters("Z", shape.accumulator, parameters);
  const auto table = ConvertLogarithm(shape).table;
  parameters.emplace_back("Steps", shape.accumulator.log.steps_per_octave);
  parameters.emplace_back("EntryBits", table->entry_bits);
  parameters.emplace_back("HeightOffset", static_cast<std::uint32_t>(shape.height_offset));
  AddTable(*table, "convert_logarithm_table", "A logarithm in steps by a significand's fraction.",
           "table from linear numbers to logarithms", frame);
  return MakeUnitOf<ConvertToLogarithmLaws>(design, std::move(frame));
}

std::unique_ptr<Unit> ToLogPosit(const Design& design) {
  const ConvertShape shape = ConvertShape::Derive(design);
  UnitFrame frame =
      Frame("convert_to_log_posit",
            {Align("unpack", "convert_unpack"), Align("leading", "convert_leading"),
             Align("logarithm", "convert_log_fraction"), Last("round", "convert_log_posit_round")},
            shape.arithmetic_bits(),
            {"stage_register", "operand_unpack", "posit_operand", "posit_normalize", "posit_round"},
            {"pkg", "unpack", "leading", "log_fraction", "log_posit_round"});
  RtlParameters& parameters = frame.rtl_parameters;
  AddOperandParameters("A", design.a, parameters);
  AddPositParameters("Z", shape.accumulator, parameters);
  parameters.emplace_back("HeightOffset", static_cast<std::uint32_t>(shape.height_offset));
  AddTable(*ConvertLogFraction(shape).table, "convert_log_fraction_table",
           "A logarithm's fraction by a significand's.", "table from linear numbers to logarithms",
           frame);
  return MakeUnitOf<ConvertToLogPositLaws>(design, std::move(frame));
}

std::unique_ptr<Unit> FromCodebook(const Design& design) {
  const LookupTable table = ConvertedValues(design);
  UnitFrame frame = Frame("convert_from_codebook", {Last("lookup", "convert_lookup")},
                          table.entry_bits, {"stage_register"}, {"lookup"});
  frame.rtl_parameters = {{"AWidth", table.index_bits}, {"ZWidth", table.entry_bits}};
  AddTable(table, "convert_values_table", "The value of each code.", "table of values", frame);
  return MakeUnitOf<ConvertFromCodebookLaws>(design, std::move(frame));
}

std::unique_ptr<Unit> ToCodebook(const Design& design) {
  const ConvertSearch search(design);
  UnitFrame frame = Frame(
      "convert_to_codebook", {Align("order", "convert_order"), Last("search", "convert_search")},
      search.shape.key_bits, {"stage_register", "operand_unpack"}, {"order", "search"});
  RtlParameters& parameters = frame.rtl_parameters;
  AddOperandParameters("A", design.a, parameters);
  parameters.emplace_back("ByMagnitude", search.shape.by_magnitude ? 1 : 0);
  parameters.emplace_back("PlaceBits", search.shape.place_bits);
  parameters.emplace_back("ThresholdBits", search.thresholds.entry_bits);
  AddTable(search.thresholds, "convert_thresholds_table",
           "The least key above each boundary of two values.", "thresholds", frame);
  frame.rtl_generated.push_back(
      TableSource(search.codes, "convert_codes_table", "Codes in the order of their values."));
  return MakeUnitOf<ConvertToCodebookLaws>(design, std::move(frame));
}

}  // namespace

std::unique_ptr<Unit> MakeConvert(const Design& design) {
  switch (ConversionOf(design)) {
    case Conversion::kToNumber:
      break;
    case Conversion::kToPosit:
      return ToPosit(design);
    case Conversion::kToLogarithm:
      return ToLogarithm(design);
    case Conversion::kToLogPosit:
      return ToLogPosit(design);
    case Conversion::kFromLogarithm:
      return FromLogarithm(design);
    case Conversion::kToCodebook:
      return ToCodebook(design);
    case Conversion::kFromCodebook:
      return FromCodebook(design);
  }
  return ToNumber(design);
}

}  // namespace macroscope
