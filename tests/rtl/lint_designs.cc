// Long for one file, but one list.
#include "tests/rtl/lint_designs.h"

#include "models/formats/catalogue.h"

namespace macroscope {
namespace {

// The designs take turns in everything that is not theirs to say, so that each value meets many
// others.
class Designs {
 public:
  std::vector<DesignText> texts;

  void Add(const std::string& unit, const std::string& operands, const std::string& accumulator) {
    DesignText text;
    text.unit = unit;
    text.operands = operands;
    text.accumulator = accumulator;
    Add(text);
  }

  void Add(DesignText text) {
    const bool is_mac = text.unit.ends_with("_mac") || text.unit.ends_with("_fma");
    const bool rounds =
        text.unit.starts_with("fp_") || (text.unit == "convert" && !ConvertsInOneWay(text));
    if (text.unit == "block_quantize") {
      if (Catalogue().FindBlock(text.accumulator).scale_is_power_of_two()) {
        text.scale_rule = Turn(BlockScaleRuleNames(), 1);
      }
      text.rounding = Turn(RoundingNames(), 3);  // Two of them are operands, which it has not.
    }
    const bool adds_floats = text.unit == "fp_fma" || text.unit == "fp_add";
    const bool multiplies = (is_mac && text.unit != "elma_mac" && text.unit != "log_mac") ||
                            text.unit.ends_with("_mul");
    if (text.form.empty() && is_mac) text.form = Turn(FormNames(), 1);
    if (multiplies) text.multiplier = Turn(MultiplierNames(), 1);
    text.adder = Turn(AdderNames(), 1);
    if (text.unit == "log_add") text.adder = "";
    if (adds_floats) text.leading_zeros = Turn(LeadingZerosNames(), 2);
    if (adds_floats) text.path = Turn(PathNames(), 4);
    // Conversions by tables have one stage or two.
    if (ConvertsInOneWay(text)) text.cuts = Turn({"0", "1"}, 3);
    if (text.cuts.empty()) text.cuts = Turn({"0", "1", "2", "3"}, 3);
    if (rounds) {
      if (text.rounding.empty()) text.rounding = Turn(RoundingNames(), 1);
      text.subnormals = Turn(SubnormalsNames(), 3);
      text.flags = text.form == "mac" ? "off" : Turn(FlagOutputNames(), 5);
      text.tininess = Turn(TininessNames(), 7);
    }
    texts.push_back(text);
  }

 private:
  // Into posits, logarithms and codes there is one rounding, and a table of codes has been rounded.
  static bool ConvertsInOneWay(const DesignText& text) {
    static const Catalogue formats;
    return text.unit == "convert" && (formats.ContainsAlternative(text.accumulator) ||
                                      (formats.ContainsAlternative(text.operands) &&
                                       formats.FindAlternative(text.operands).is_codebook()));
  }
  std::string Turn(const std::vector<std::string>& names, std::size_t every) const {
    return names[texts.size() / every % names.size()];
  }
};

// Both forms, with no register, some, and one wherever there can be one.
void AddPipelines(const std::string& unit, const std::string& operands,
                  const std::string& accumulator, Designs& designs) {
  for (const char* form : {"operation", "mac"}) {
    for (const char* cuts : {"0", "1", "2", "3", "4", "5"}) {
      DesignText text;
      text.unit = unit;
      text.operands = operands;
      text.accumulator = accumulator;
      text.form = form;
      text.cuts = cuts;
      designs.Add(text);
    }
  }
}

// Every reduction, join, kind of scale and accumulator, in both forms.
void AddDotProducts(Designs& designs) {
  const struct {
    const char *operands, *lanes, *accumulator, *reduction, *window, *join,
        *block = "", *values = "", *subnormals = "";
  } rows[] = {{"int8", "1", "fixed+4", "", "", ""},
              {"smag4,uint3", "3", "fixed+2", "", "", ""},
              {"fp8_e5m2", "2", "fixed+0", "", "", ""},
              {"nvfp4", "8", "fixed+6", "", "", "", "4"},
              {"vsq4", "4", "fixed+8", "", "", "", "4"},
              {"mxfp4", "2", "fixed+3", "", "", ""},
              {"fp8_e4m3", "1", "fp16", "", "", ""},
              {"int8", "4", "bf16", "", "", ""},
              {"mx6", "8", "fp32", "", "", ""},
              {"flex16_5", "4", "fp32", "", "", ""},
              {"mxint8,mxfp8_e4m3", "2", "fp16", "", "", "after"},
              {"nvfp4", "8", "fp32", "", "", "after", "4"},
              {"fp16", "4", "fp32", "max_exponent", "23", ""},
              {"mx9", "4", "fp32", "max_exponent", "30", "after"},
              {"vsq8", "8", "fp16", "max_exponent", "12", "", "4"},
              {"fp8_e4m3fnuz", "3", "fp16", "fp_tree", "", ""},
              {"mxfp4", "4", "bf16", "fp_tree", "", ""},
              {"bf16", "3", "fp32", "fp_tree", "", "", "", "", "flush"},
              {"nf4", "2", "fp32", "", "", "", "", "fp8_e4m3"},
              {"bnb_dynamic8,int8", "4", "fixed+2", "", "", "", "", "int8"},
              {"fp8_e4m3,af4x64", "4", "fp16", "max_exponent", "12", "after"}};
  for (const char* form : {"operation", "mac"}) {
    for (const auto& row : rows) {
      DesignText text;
      text.unit = "block_dot";
      text.operands = row.operands;
      text.lanes = row.lanes;
      text.accumulator = row.accumulator;
      text.reduction = row.reduction;
      text.window = row.window;
      text.join = row.join;
      text.block = row.block;
      text.values = row.values;
      text.subnormals = row.subnormals;
      text.form = form;
      designs.Add(text);
    }
  }
}

// Logarithms: every kind of table, size, method and accumulator.
void AddLogarithms(Designs& designs) {
  AddPipelines("elma_mac", "elma8_1", "elma8_1", designs);
  AddPipelines("log_mac", "lns8_3", "fixed+4", designs);
  AddPipelines("log_mac", "lns8_3", "lns8_3", designs);
  for (const char* format : {"elma4_0", "elma6_2", "elma8_0", "elma9_3", "elma12_1"}) {
    designs.Add("elma_mac", format, format);
    designs.Add("elma_mac", format, "fixed+3");
  }
  for (const char* format : {"lns4_1", "lns8_3", "lns8_5", "lns12_6"}) {
    for (const char* method : {"table", "interpolate", "bipartite", "cotransform", "mitchell"}) {
      DesignText text;
      text.unit = "log_add";
      text.operands = format;
      text.method = method;
      designs.Add(text);
    }
  }
  for (const char* entries : {"1", "2", "4", "8"}) {
    for (const char* operands : {"lns8_3", "lns8_madam", "lns8_madam,lns6_3"}) {
      DesignText text;
      text.unit = "log_mac";
      text.operands = operands;
      text.accumulator = *entries == '2' ? "fixed+0" : "fixed+9";
      text.table_entries = entries;
      text.overflow = *entries == '4' ? "saturate" : "";
      designs.Add(text);
    }
  }
  AddPipelines("log_mac", "dbns8_3", "fixed+4", designs);
  for (const char* operands : {"dbns4_2", "dbns6_3,dbns8_4", "dbns14_7"}) {
    for (const char* table_bits : {"1", "9"}) {
      DesignText text;
      text.unit = "log_mac";
      text.operands = operands;
      text.accumulator = "fixed+0";
      text.table_bits = table_bits;
      text.overflow = *table_bits == '1' ? "saturate" : "";
      designs.Add(text);
    }
  }
  for (const char* method :
       {"table", "interpolate", "bipartite", "cotransform", "mitchell", "linear"}) {
    DesignText text;
    text.unit = "log_mac";
    text.operands = "lns8_madam,lns8_3";
    text.accumulator = "lns12_3";
    text.method = method;
    designs.Add(text);
  }
}

// Posits with and without room for exponent and fraction, of one kind and of two.
void AddPosits(Designs& designs) {
  for (const char* operands : {"posit3_0", "posit3_3", "posit5_1", "posit8_0", "posit8_2",
                               "posit16_1", "posit32_2", "posit6_0,posit9_9"}) {
    const bool is_one = std::string(operands).find(',') == std::string::npos;
    for (const char* result : {"posit8_2", "posit4_4"}) {
      for (const char* unit : {"posit_mul", "posit_add", "posit_fma"}) {
        designs.Add(unit, operands, result);
      }
      if (is_one) designs.Add("posit_quire_round", operands, result);
    }
    if (is_one) designs.Add("posit_quire_mac", operands, "quire");
  }
  designs.Add("posit_quire_mac", "posit6_0,posit8_1", "fixed+0");
}

// Every conversion between families, with every kind of code for zero, sign and specials.
void AddConversions(Designs& designs) {
  for (const char* number : {"fp16", "fp8_e4m3fnuz", "e8m0", "int8", "uint4", "smag8"}) {
    for (const char* posit : {"posit3_0", "posit8_2", "posit4_4", "posit32_2"}) {
      designs.Add("convert", posit, number);
      designs.Add("convert", number, posit);
    }
    for (const char* log : {"lns4_1", "lns8_3", "lns8_madam", "lns6_0", "elma8_1", "elma4_4"}) {
      designs.Add("convert", log, number);
      designs.Add("convert", number, log);
    }
    for (const char* codebook : {"nf4", "bnb_fp4"}) {
      designs.Add("convert", codebook, number);
      if (std::string(number) != "e8m0") designs.Add("convert", number, codebook);
    }
  }
  designs.Add("convert", "posit16_1", "posit8_0");
  designs.Add("convert", "posit8_0", "posit16_2");
  designs.Add("convert", "posit8_1", "lns8_3");
}

}  // namespace

std::vector<DesignText> LintDesigns() {
  Designs designs;
  AddPipelines("int_mac", "int8", "fixed+12", designs);
  AddPipelines("kulisch_mac", "fp8_e4m3", "fixed+6", designs);
  AddPipelines("fp_fma", "fp8_e5m2", "fp16", designs);
  for (const char* operands :
       {"int2", "uint8", "smag8", "uint8,int8", "smag8,int8", "smag8,uint8", "int32", "q4.4"}) {
    for (const char* accumulator : {"fixed+0", "fixed+40"}) {
      designs.Add("int_mac", operands, accumulator);
    }
    designs.Add("kulisch_mac", operands, "fixed+12");
    designs.Add("fp_fma", operands, "fp32");
    designs.Add("fp_mul", operands, "fp16");
    designs.Add("int_mul", operands, "fixed+0");
    designs.Add("int_mul", operands, "fixed3");
    designs.Add("convert", operands, "fp8_e4m3");
    if (std::string(operands) != "q4.4") designs.Add("convert", "fp16", "int8");
  }
  for (const char* operands : {"int2", "uint8", "smag8", "uint8,int8", "smag8,uint8", "int32"}) {
    designs.Add("int_add", operands, "fixed+0");
    designs.Add("int_add", operands, "fixed3");
  }
  for (const char* operands :
       {"fp4_e2m1", "fp6_e3m2", "fp6_e2m3", "fp8_e5m2", "fp8_e4m3", "fp8_e3m4", "fp8_e2m5",
        "fp8_e4m3fnuz", "fp8_e5m2fnuz", "bf16", "fp8_e4m3,int8", "uint4,fp8_e5m2"}) {
    const bool is_floating = std::string(operands).find("int") == std::string::npos;
    designs.Add("kulisch_mac", operands, "fixed+0");
    designs.Add("kulisch_mac", operands, "fixed+12");
    for (const char* accumulator : {"fp8_e5m2", "bf16", "fp32"}) {
      designs.Add("fp_fma", operands, accumulator);
      if (is_floating) designs.Add("fp_add", operands, accumulator);
    }
    designs.Add("fp_mul", operands, "fp16");
  }
  for (const char* format : {"fp4_e2m1", "fp8_e4m3", "fp8_e4m3fnuz", "fp16", "tf32", "fp32"}) {
    for (const char* unit : {"fp_fma", "fp_add", "fp_mul"}) designs.Add(unit, format, format);
  }
  for (const char* operands : {"fp32", "fp16,e8m0", "e8m0", "smag8"}) {
    for (const char* target :
         {"fp4_e2m1", "fp8_e4m3fnuz", "e8m0", "p3109_k8p4ue", "uint8", "q4.4", "smag8", "bf16"}) {
      designs.Add("convert", operands, target);
    }
  }
  for (const char* accumulator : {"fp4_e2m1", "fp8_e4m3", "fp8_e4m3fnuz", "fp8_e5m2"}) {
    for (const std::string& overflow : OverflowNames()) {
      for (const char* unit : {"fp_fma", "fp_mul"}) {
        DesignText text;
        text.unit = unit;
        text.operands = "fp8_e4m3";
        text.accumulator = accumulator;
        text.overflow = overflow;
        designs.Add(text);
      }
    }
  }
  for (const char* operands : {"fp32", "bf16", "fp16", "fp8_e5m2"}) {
    for (const char* block :
         {"mxfp8_e5m2", "mxfp8_e4m3", "mxfp6_e3m2", "mxfp6_e2m3", "mxfp4", "mxint8", "msfp12",
          "msfp16", "mx9", "mx4", "flex16_5", "nvfp4", "vsq4", "vsq8"}) {
      DesignText text;
      text.unit = "block_quantize";
      text.operands = operands;
      text.accumulator = block;
      text.block = "8";
      designs.Add(text);
    }
  }
  AddDotProducts(designs);
  AddPipelines("posit_fma", "posit8_2", "posit16_2", designs);
  AddPipelines("posit_quire_mac", "posit8_1", "quire", designs);
  AddPosits(designs);
  AddConversions(designs);
  AddPipelines("code_sums", "nf4,fp8_e4m3", "fixed+2", designs);
  for (const char* operands : {"nf4,int8", "bnb_fp4,uint4", "nf4,smag4", "nf4,fp4_e2m1"}) {
    designs.Add("code_sums", operands, "fixed+0");
  }
  AddLogarithms(designs);
  for (const char* unit : {"int_mac", "kulisch_mac"}) {
    DesignText text;
    text.unit = unit;
    text.operands = "smag8";
    text.accumulator = "fixed+4";
    text.overflow = "saturate";
    designs.Add(text);
  }
  return designs.texts;
}

}  // namespace macroscope
