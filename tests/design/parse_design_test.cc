#include <gtest/gtest.h>

#include <map>

#include "models/design/design.h"
#include "models/formats/catalogue.h"

namespace macroscope {
namespace {

DesignText Text(const char* unit, const char* operands, const char* accumulator = "") {
  DesignText text;
  text.unit = unit;
  text.operands = operands;
  text.accumulator = accumulator;
  return text;
}

TEST(ParseDesign, FillsTheDefaultsIn) {
  const Catalogue catalogue;
  Design design = ParseDesign(Text("fp_fma", "fp16"), catalogue);
  EXPECT_EQ(design.accumulator.format.name, "fp32");
  EXPECT_EQ(design.a, design.b);
  EXPECT_EQ(design.rounding, Rounding::kTiesToEven);
  EXPECT_EQ(design.overflow, Overflow::kInfinity);
  EXPECT_EQ(design.form, Form::kOperation);
  EXPECT_EQ(design.structure, Structure());

  design = ParseDesign(Text("int_mac", "int8"), catalogue);
  EXPECT_TRUE(design.accumulator.is_fixed);
  EXPECT_EQ(design.accumulator.guard_bits, 12);
  EXPECT_EQ(design.accumulator.width_bits, 28);
  EXPECT_EQ(design.overflow, Overflow::kWrap);

  design = ParseDesign(Text("kulisch_mac", "fp8_e4m3"), catalogue);
  EXPECT_EQ(design.accumulator.width_bits, 49);
}

TEST(ParseDesign, OverflowDefaultsToTheFormatsOwn) {
  const Catalogue catalogue;
  const auto overflow = [&](const char* accumulator) {
    return ParseDesign(Text("fp_fma", "fp8_e4m3", accumulator), catalogue).overflow;
  };
  EXPECT_EQ(overflow("fp16"), Overflow::kInfinity);
  EXPECT_EQ(overflow("p3109_k8p3se"), Overflow::kInfinity);
  EXPECT_EQ(overflow("fp8_e4m3"), Overflow::kNan);
  EXPECT_EQ(overflow("fp8_e4m3fnuz"), Overflow::kNan);
  EXPECT_EQ(overflow("fp6_e3m2"), Overflow::kSaturate);
}

TEST(ParseDesign, TakesTwoOperandFormats) {
  const Design design = ParseDesign(Text("fp_fma", "fp8_e4m3, int8"), Catalogue());
  EXPECT_EQ(design.a.name, "fp8_e4m3");
  EXPECT_EQ(design.b.name, "int8");
  EXPECT_EQ(ToText(design).operands, "fp8_e4m3,int8");
}

TEST(ParseDesign, ReadsEveryKindOfFixedAccumulator) {
  const Catalogue catalogue;
  for (const auto& [text, guard_bits] : {std::pair("fixed+0", 0), std::pair("fixed+16", 16),
                                         std::pair("fixed32", 16), std::pair("int32", 16)}) {
    const Design design = ParseDesign(Text("int_mac", "int8", text), catalogue);
    EXPECT_EQ(design.accumulator.guard_bits, guard_bits) << text;
    EXPECT_EQ(design.accumulator.width_bits, 16 + guard_bits) << text;
  }
  // The widest word: 1021 bits and three flags.
  const Design widest = ParseDesign(Text("kulisch_mac", "fp32", "fixed1021"), catalogue);
  EXPECT_EQ(widest.accumulator.width_bits + FlagBits(widest.a, widest.b), 1024);
}

// Every combination of every key that exists: text to design to text and back, and no two designs
// with the same name.
TEST(ToText, ReadsBackAsTheSameDesign) {
  const Catalogue catalogue;
  std::map<std::string, Design> names;
  int cases = 0;
  const auto check = [&](const DesignText& text) {
    Design design;
    try {
      design = ParseDesign(text, catalogue);
    } catch (const DesignError&) {
      return;
    }
    ++cases;
    EXPECT_EQ(ParseDesign(ToText(design), catalogue), design);
    EXPECT_EQ(ToText(ParseDesign(ToText(design), catalogue)), ToText(design));
    const auto known = names.emplace(DisplayName(design), design).first;
    EXPECT_EQ(known->second, design) << "two designs of the name " << known->first;
  };
  DesignText text;
  for (const std::string& unit : UnitNames()) {
    for (const char* operands : {"int8", "int8,uint4", "fp8_e4m3", "fp8_e5m2,int8", "fp16,e8m0"}) {
      for (const char* accumulator : {"fixed+12", "fixed100", "fp16", "fp8_e4m3", "fixed7"}) {
        text.unit = unit;
        text.operands = operands;
        text.accumulator = accumulator;
        for (const std::string& rounding : RoundingNames()) {
          for (const std::string& overflow : OverflowNames()) {
            for (const std::string& form : FormNames()) {
              for (const char* cuts : {"0", "2", "3", "unpack+multiply"}) {
                DesignText one = text;
                one.rounding = rounding;
                one.overflow = overflow;
                one.form = form;
                one.cuts = cuts;
                check(one);
              }
            }
          }
        }
        // Each of the other keys by itself.
        const auto vary = [&](std::string DesignText::*key,
                              const std::vector<std::string>& values) {
          for (std::size_t i = 1; i < values.size(); ++i) {
            DesignText one = text;
            one.*key = values[i];
            check(one);
          }
        };
        vary(&DesignText::subnormals, SubnormalsNames());
        vary(&DesignText::tininess, TininessNames());
        vary(&DesignText::multiplier, MultiplierNames());
        vary(&DesignText::adder, AdderNames());
        vary(&DesignText::leading_zeros, LeadingZerosNames());
        vary(&DesignText::path, PathNames());
        vary(&DesignText::flags, {"on", "off"});
      }
    }
  }
  // Logarithms: every method and error, table and accumulator.
  for (const char* accumulator : {"", "fixed+0", "elma8_1", "lns8_3"}) {
    for (const char* operands : {"elma8_1", "lns8_3", "lns8_madam", "dbns8_3"}) {
      for (const char* method :
           {"", "table", "interpolate", "bipartite", "cotransform", "mitchell", "linear"}) {
        for (const char* error : {"", "correct", "faithful", "1.5", "20", "none"}) {
          for (const char* entries : {"", "1", "4"}) {
            for (const char* unit : {"elma_mac", "log_add", "log_mac"}) {
              DesignText one;
              one.unit = unit;
              one.operands = operands;
              one.accumulator = accumulator;
              one.method = method;
              one.error = error;
              one.table_entries = entries;
              check(one);
            }
          }
        }
      }
    }
  }
  std::printf("%d designs\n", cases);
  EXPECT_GT(cases, 3000);
}

TEST(DisplayName, SaysWhatIsNotDefault) {
  const Catalogue catalogue;
  DesignText text = Text("fp_fma", "fp8_e4m3", "fp16");
  EXPECT_EQ(DisplayName(ParseDesign(text, catalogue)), "fp_fma fp8_e4m3 -> fp16");
  text.operands = "fp8_e4m3,int8";
  text.rounding = "toward_zero";
  text.overflow = "saturate";
  text.form = "mac";
  text.multiplier = "wallace";
  text.adder = "sklansky";
  text.cuts = "1";
  EXPECT_EQ(DisplayName(ParseDesign(text, catalogue)),
            "fp_fma fp8_e4m3 x int8 -> fp16, toward_zero, saturate, mac, wallace, sklansky, "
            "cuts multiply");
}

TEST(Names, AreInTheEnumerationsOrder) {
  EXPECT_EQ(Name(UnitKind::kFpFma), "fp_fma");
  EXPECT_EQ(Name(Rounding::kStochastic), "stochastic");
  EXPECT_EQ(Name(Rounding::kToOdd), "to_odd");
  EXPECT_EQ(Name(Overflow::kWrap), "wrap");
  EXPECT_EQ(Name(Form::kMac), "mac");
  EXPECT_EQ(Name(Multiplier::kWallace), "wallace");
  EXPECT_EQ(Name(Adder::kSklansky), "sklansky");
}

}  // namespace
}  // namespace macroscope
