// No unit takes an alternative to integers and floating formats that is not made for it: each says
// so, whether the format stands as operand or as accumulator.
#include <gtest/gtest.h>

#include "models/design/design.h"
#include "models/formats/catalogue.h"

namespace macroscope {
namespace {

std::string Message(const DesignText& text, const std::string& key) {
  try {
    ParseDesign(text, Catalogue());
  } catch (const DesignError& error) {
    EXPECT_EQ(error.key(), key);
    return error.what();
  }
  return "nothing thrown";
}

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
        DesignText text;
        text.unit = unit;
        text.operands = operands;
        const std::string message = Message(text, "operands");
        EXPECT_NE(message.find(expected), std::string::npos) << unit << ": " << message;
        ++cases;
      }
    }
    for (const char* unit : {"fp_fma", "fp_add", "fp_mul", "block_dot"}) {
      DesignText text;
      text.unit = unit;
      text.operands = "fp16";
      text.accumulator = format.name;
      const std::string message = Message(text, "accumulator");
      EXPECT_NE(message.find(expected), std::string::npos) << unit << ": " << message;
      ++cases;
    }
  }
  std::printf("%d designs\n", cases);
  EXPECT_GT(cases, 100);
}

}  // namespace
}  // namespace macroscope
