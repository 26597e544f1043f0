// Each impossible design names the key at fault, what is wrong, and what would be right.
#include <gtest/gtest.h>

#include "models/design/design.h"
#include "models/formats/catalogue.h"

namespace macroscope {
namespace {

struct Bad {
  // In the order of DesignText: unit operands accumulator rounding overflow form multiplier adder
  // cuts.
  std::vector<std::string> values;
  const char* key;
  std::vector<std::string> words;
};

DesignText Text(std::vector<std::string> values) {
  values.resize(9);
  return {values[0], values[1], values[2], values[3], values[4],
          values[5], values[6], values[7], values[8]};
}

const std::vector<Bad>& BadDesigns() {
  static const std::vector<Bad> designs = {
      {{"", "int8"}, "unit", {"missing", "int_mac kulisch_mac fp_fma"}},
      {{"fpu", "int8"}, "unit", {"unknown unit 'fpu'", "int_mac kulisch_mac fp_fma"}},
      {{"int_mac", ""}, "operands", {"missing", "fp8_e4m3,int8"}},
      {{"int_mac", "int9000"}, "operands", {"unknown format 'int9000'", "int8", "intN"}},
      {{"fp_fma", "int8,int8,int8"}, "operands", {"names 3 formats", "two"}},
      {{"fp_fma", "int8,"}, "operands", {"unknown format ''"}},
      {{"int_mac", "fp16"}, "operands", {"fp16 is floating", "kulisch_mac or fp_fma"}},
      {{"int_mac", "int8,fp16"}, "operands", {"fp16 is floating"}},
      {{"int_mac", "int8", "fixed15"}, "accumulator", {"too narrow", "needs 16 bits", "fixed16"}},
      {{"int_mac", "int8", "int12"}, "accumulator", {"int12 is too narrow", "needs 16 bits"}},
      {{"int_mac", "int8", "fp16"}, "accumulator", {"'fp16'", "fixed+G", "intW"}},
      {{"int_mac", "int8", "fixed+"}, "accumulator", {"'fixed+'", "fixed+G"}},
      {{"int_mac", "int8", "fixed+-3"}, "accumulator", {"'fixed+-3'"}},
      {{"int_mac", "q3.4", "int32"}, "accumulator", {"counts ones", "2^-8", "fixed32"}},
      {{"kulisch_mac", "fp8_e4m3", "int64"}, "accumulator", {"2^-18", "fixed64"}},
      {{"kulisch_mac", "fp8_e4m3", "fixed36"}, "accumulator", {"needs 37 bits"}},
      {{"kulisch_mac", "fp32", "fixed1022"}, "accumulator", {"1022 bits and 3 flags", "1024"}},
      {{"kulisch_mac", "fp64"}, "accumulator", {"1024", "has 4197"}},
      {{"fp_fma", "fp16", "fixed+12"}, "accumulator", {"'fixed+12' is fixed point", "floating"}},
      {{"fp_fma", "fp16", "int32"}, "accumulator", {"int32 is an integer"}},
      {{"fp_fma", "fp16", "e8m0"}, "accumulator", {"e8m0 has no sign"}},
      {{"fp_fma", "fp16", "fp99"}, "accumulator", {"unknown format 'fp99'", "fp32"}},
      {{"fp_fma", "fp16", "", "up"}, "rounding", {"unknown rounding 'up'", "toward_positive"}},
      {{"fp_fma", "fp16", "", "stochastic"}, "rounding", {"random bits in this version"}},
      {{"int_mac", "int8", "", "toward_zero"}, "rounding", {"exact and rounds nothing"}},
      {{"fp_fma", "fp16", "", "", "wrap"}, "overflow", {"fp32 has no wrap", "infinity or nan"}},
      {{"fp_fma", "fp16", "fp8_e4m3", "", "infinity"}, "overflow", {"nan or saturate"}},
      {{"fp_fma", "fp16", "fp6_e3m2", "", "nan"}, "overflow", {"be saturate"}},
      {{"int_mac", "int8", "", "", "infinity"}, "overflow", {"wrap or saturate"}},
      {{"int_mac", "int8", "", "", "clip"}, "overflow", {"unknown overflow 'clip'"}},
      {{"int_mac", "int8", "", "", "", "loop"}, "form", {"'loop'", "operation mac"}},
      {{"int_mac", "int8", "", "", "", "", "booth"}, "multiplier", {"operator wallace"}},
      {{"int_mac", "int8", "", "", "", "", "", "ripple"}, "adder", {"operator sklansky"}},
      {{"int_mac", "int8", "", "", "", "", "", "", "5"}, "cuts", {"4 stages", "0 to 4 do"}},
      {{"int_mac", "int8", "", "", "", "mac", "", "", "4"}, "cuts", {"mac form", "0 to 3 do"}},
      {{"fp_fma", "fp16", "", "", "", "", "", "", "6"}, "cuts", {"6 stages", "0 to 5 do"}},
      {{"fp_fma", "fp16", "", "", "", "", "", "", "-1"}, "cuts", {"'-1' is no number"}},
      {{"fp_fma", "fp16", "", "", "", "", "", "", "mul"}, "cuts", {"no stage 'mul'", "unpack"}},
      {{"fp_fma", "fp16", "", "", "", "", "", "", "add+add"}, "cuts", {"'add' is named twice"}},
      {{"fp_fma", "fp16", "", "", "", "mac", "", "", "round"}, "cuts", {"accumulator register"}},
  };
  return designs;
}

TEST(DesignError, NamesKeyFaultAndRemedy) {
  const Catalogue catalogue;
  for (const Bad& bad : BadDesigns()) {
    const DesignText text = Text(bad.values);
    SCOPED_TRACE(text.unit + " " + text.operands + " " + text.accumulator);
    try {
      ParseDesign(text, catalogue);
      ADD_FAILURE() << "nothing thrown; key " << bad.key;
    } catch (const DesignError& error) {
      EXPECT_EQ(error.key(), bad.key);
      const std::string message = error.what();
      for (const std::string& word : bad.words) {
        EXPECT_NE(message.find(word), std::string::npos) << "'" << word << "' in: " << message;
      }
    }
  }
  std::printf("%zu designs\n", BadDesigns().size());
}

// Accumulators that users' formats could name.
TEST(DesignError, RefusesAccumulatorsThatCannotHoldASum) {
  Catalogue catalogue;
  Format format = catalogue.Find("fp16");
  format.name = "flushing";
  format.has_subnormals = false;
  catalogue.Add(format);
  format.name = "zeroless";
  format.has_zero = false;
  catalogue.Add(format);
  for (const auto& [name, word] :
       {std::pair("flushing", "has no subnormals"), std::pair("zeroless", "has no zero")}) {
    DesignText text;
    text.unit = "fp_fma";
    text.operands = "fp16";
    text.accumulator = name;
    try {
      ParseDesign(text, catalogue);
      ADD_FAILURE() << name;
    } catch (const DesignError& error) {
      EXPECT_EQ(error.key(), "accumulator");
      EXPECT_NE(std::string(error.what()).find(word), std::string::npos) << error.what();
    }
  }
}

}  // namespace
}  // namespace macroscope
