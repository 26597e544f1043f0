#include "models/common/log_frame.h"
#include "models/common/table_source.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/log_mac/log_mac_laws.h"
#include "models/log_mac/log_mac_logs_laws.h"

namespace macroscope {
namespace {

// What rtl/log_mac/log_mac_unpack.sv is to know of an operand: of double-base numbers the bits of
// both exponents together, and of that of three.
void AddOperandParameters(const std::string& prefix, const Format& format, int log_bits,
                          RtlParameters& out) {
  if (!format.is_double_base()) {
    AddLogParameters(prefix, format, out);
    out.emplace_back(prefix + "ThreeBits", 0);
    return;
  }
  const DoubleBaseLayout& layout = format.double_base;
  out.emplace_back(prefix + "LogarithmBits", layout.two_bits + layout.three_bits);
  out.emplace_back(prefix + "Zero", static_cast<std::uint32_t>(LogZero::kLeastCode));
  out.emplace_back(prefix + "HasSign", 1);
  out.emplace_back(prefix + "LogBits", log_bits);
  out.emplace_back(prefix + "ThreeBits", layout.three_bits);
}

std::unique_ptr<Unit> MakeLinear(const Design& design, const LogMacShape& shape) {
  const LogShape& product = shape.product;
  UnitFrame frame{.stages = LinearSumStages("log_mac", shape.reads_back),
                  .loop_start = 4,
                  .arithmetic_bits = std::max(shape.word_bits() + 2, shape.result_bits()),
                  .top = "log_mac",
                  .rtl_sources = CommonSources(
                      {"stage_register", "loop_entry", "adder", "leading_bits", "log_operand",
                       "double_base_operand", "log_multiply", "log_linear_pkg", "log_linear",
                       "log_align", "fixed_add", "fixed_accumulate", "log_round"}),
                  .rtl_parameters = {}};
  for (const char* module : {"unpack", "read"}) {
    frame.rtl_sources.push_back(std::string("log_mac/log_mac_") + module + ".sv");
  }
  RtlParameters& parameters = frame.rtl_parameters;
  AddOperandParameters("A", shape.a, product.a_log_bits, parameters);
  AddOperandParameters("B", shape.b, product.b_log_bits, parameters);
  parameters.emplace_back("FractionBits", product.fraction_bits());
  parameters.emplace_back("LeastOctave", static_cast<std::uint32_t>(product.least_octave));
  parameters.emplace_back("GreatestOctave", static_cast<std::uint32_t>(product.greatest_octave));
  parameters.emplace_back("GuardBits", product.fixed.guard_bits);
  parameters.emplace_back("Saturate", product.fixed.saturate ? 1 : 0);
  parameters.emplace_back("Adder", static_cast<std::uint32_t>(design.structure.adder));
  AddLogCodeParameters("Z", shape.z, parameters);
  parameters.emplace_back("LeastExponent", static_cast<std::uint32_t>(shape.least_exponent()));
  parameters.emplace_back("ReadBits", shape.read_bits);
  parameters.emplace_back("LogEntryBits", shape.logarithms->entry_bits);
  parameters.emplace_back("ReadsBack", shape.reads_back ? 1 : 0);
  AddLinearTable(product.linear, frame);
  frame.rtl_generated.push_back(TableSource(*shape.logarithms, "log_mac_read_table",
                                            "A logarithm in steps by a significand's bits."));
  if (shape.reads_back) {
    frame.facts.emplace_back("table from linear numbers to logarithms",
                             SizeText(*shape.logarithms));
  }
  return MakeUnitOf<LogMacLaws>(design, std::move(frame));
}

std::unique_ptr<Unit> MakeLogs(const Design& design, const LogMacShape& shape) {
  UnitFrame frame{.stages = {StageOf("unpack", "log_mac_unpack", kGroupMultiply, kGroupMultiply),
                             StageOf("multiply", "log_multiply", kGroupMultiply, kGroupAlignAdd),
                             StageOf("order", "log_mac_order", kGroupAlignAdd, kGroupAlignAdd)},
                  .loop_start = 2,
                  .arithmetic_bits = shape.sum.z.width_bits(),
                  .top = "log_mac_logs",
                  .rtl_sources = CommonSources(
                      {"stage_register", "loop_entry", "adder", "leading_zeros", "log_sum_pkg",
                       "log_operand", "double_base_operand", "log_multiply", "log_order",
                       "log_cotransform", "log_lookup", "log_mitchell", "log_refine", "log_round"}),
                  .rtl_parameters = {}};
  AddLogSumStages(shape.sum, frame.stages);
  frame.rtl_folder = "log_mac";
  for (const char* module : {"unpack", "order"}) {
    frame.rtl_sources.push_back(std::string("log_mac/log_mac_") + module + ".sv");
  }
  AddLogParameters("A", shape.a, frame.rtl_parameters);
  AddLogParameters("B", shape.b, frame.rtl_parameters);
  AddLogParameters("C", shape.sum.z, frame.rtl_parameters);
  frame.rtl_parameters.emplace_back("Adder", static_cast<std::uint32_t>(design.structure.adder));
  AddLogSum(shape.sum, frame);
  return MakeUnitOf<LogMacLogsLaws>(design, std::move(frame));
}

}  // namespace

std::unique_ptr<Unit> MakeLogMac(const Design& design) {
  const LogMacShape shape = LogMacShape::Derive(design);
  return shape.is_linear ? MakeLinear(design, shape) : MakeLogs(design, shape);
}

}  // namespace macroscope
