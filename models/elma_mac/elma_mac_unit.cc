#include "models/common/log_frame.h"
#include "models/common/table_source.h"
#include "models/common/unit_of.h"
#include "models/common/units.h"
#include "models/elma_mac/elma_mac_laws.h"

namespace macroscope {

std::unique_ptr<Unit> MakeElmaMac(const Design& design) {
  const ElmaMacShape shape = ElmaMacShape::Derive(design);
  const LogShape& product = shape.product;
  UnitFrame frame{
      .stages = LinearSumStages("elma_mac", shape.reads_back),
      .loop_start = 4,
      // A sum with its carry and its flag; a code above them.
      .arithmetic_bits = std::max(product.fixed.word_bits() + 2, shape.result_bits()),
      .top = "elma_mac",
      .rtl_sources = CommonSources({"stage_register", "loop_entry", "adder", "leading_bits",
                                    "log_multiply", "log_linear_pkg", "log_linear", "log_align",
                                    "fixed_add", "fixed_accumulate"}),
      .rtl_parameters = {}};
  for (const char* module : {"pkg", "operand", "unpack", "read"}) {
    frame.rtl_sources.push_back(std::string("elma_mac/elma_mac_") + module + ".sv");
  }
  RtlParameters& parameters = frame.rtl_parameters;
  parameters.emplace_back("Width", shape.layout.width_bits);
  parameters.emplace_back("ExponentBits", shape.layout.exponent_bits);
  parameters.emplace_back("TableBits", shape.tables.product_bits);
  parameters.emplace_back("EntryBits", product.linear.entries->entry_bits);
  parameters.emplace_back("ReadbackBits", shape.tables.readback_bits);
  parameters.emplace_back("LogarithmBits", shape.tables.logarithm_bits);
  parameters.emplace_back("LogEntryBits", shape.logarithms->entry_bits);
  parameters.emplace_back("TermBits", product.fixed.product_bits);
  parameters.emplace_back("GuardBits", product.fixed.guard_bits);
  parameters.emplace_back("Saturate", product.saturates ? 1 : 0);
  parameters.emplace_back("ReadsBack", shape.reads_back ? 1 : 0);
  parameters.emplace_back("Adder", static_cast<std::uint32_t>(design.structure.adder));
  frame.rtl_generated = {TableSource(*product.linear.entries, "log_linear_table",
                                     "A significand's fraction by a logarithm's."),
                         TableSource(*shape.logarithms, "elma_mac_read_table",
                                     "A logarithm's fraction by a significand's.")};
  frame.facts = {{"table from logarithms to linear numbers", SizeText(*product.linear.entries)}};
  if (shape.reads_back) {
    frame.facts.emplace_back("table from linear numbers to logarithms",
                             SizeText(*shape.logarithms));
  }
  return MakeUnitOf<ElmaMacLaws>(design, std::move(frame));
}

}  // namespace macroscope
