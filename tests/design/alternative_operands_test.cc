// No unit takes an alternative to integers and floating formats that is not made for it: each says
// so, whether the format stands as operand or as accumulator.
#include <gtest/gtest.h>

#include "tests/common/unit_text.h"

namespace macroscope {
namespace {

TEST(AlternativeOperands, AreRefusedByEveryUnit) {
  const Catalogue catalogue;
  int cases = 0;
  for (const Format& format : catalogue.alternatives()) {
    const std::string expected = "'" + format.name + "' is of family " + FamilyText(format.family) +
                                 ", and integers and floating formats alone can stand here";
    for (const std::string& unit : UnitNames()) {
      if (unit.starts_with("posit_")) continue;  // design_errors_test.cc, posit_design_test.cc
      // Those that are made for logarithms: design_errors_test.cc.
      if (unit == "elma_mac" || unit == "log_add" || unit == "log_mac" || unit == "code_sums")
        continue;
      for (const std::string& operands : {format.name, "int8," + format.name}) {
        // One format is all that block_quantize takes.
        if (unit == "block_quantize" && operands != format.name) continue;
        // Codebooks are made for block_dot, or it for them.
        if (unit == "block_dot" && format.is_codebook()) continue;
        // Conversions have rules of their own (convert_design_test.cc).
        if (unit == "convert") continue;
        const std::string message = Refusal(UnitText(unit, operands), "operands");
        EXPECT_NE(message.find(expected), std::string::npos) << unit << ": " << message;
        ++cases;
      }
    }
    for (const char* unit : {"fp_fma", "fp_add", "fp_mul", "block_dot"}) {
      const std::string message = Refusal(UnitText(unit, "fp16", format.name), "accumulator");
      EXPECT_NE(message.find(expected), std::string::npos) << unit << ": " << message;
      ++cases;
    }
  }
  std::printf("%d designs\n", cases);
  EXPECT_GT(cases, 100);
}

}  // namespace
}  // namespace macroscope
