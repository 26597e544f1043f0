// Widths are derived twice, in <unit>_shape.h and in <unit>_pkg.sv: every stage's outputs are as
// wide in the elaborated RTL as the laws say, for every kind of configuration: one in three, and
// all of them with MACROSCOPE_FULL.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "models/common/unit.h"
#include "models/formats/catalogue.h"
#include "sim/base/process.h"
#include "sim/base/rtl_files.h"
#include "tests/common/full_run.h"
#include "tests/common/stage_agreement.h"

namespace macroscope {
namespace {

std::vector<Design> Configurations() {
  const struct {
    const char* unit;
    std::vector<const char*> operands;
    std::vector<const char*> accumulators;
  } rows[] = {
      {"int_mac",
       {"int2", "uint8", "smag2", "smag8,int8", "uint5,smag3", "int32", "uint32,int16", "q3.4"},
       {"fixed+0", "fixed+12"}},
      {"kulisch_mac",
       {"fp4_e2m1", "fp6_e3m2,fp6_e2m3", "fp8_e4m3", "fp8_e5m2", "fp8_e2m5", "fp8_e5m2fnuz",
        "int8,fp8_e3m4", "uint4,bf16", "e8m0", "p3109_k8p1uf,fp4_e2m1", "p3109_k8p4ue", "fp32"},
       {"fixed+0", "fixed+12"}},
      {"fp_fma",
       {"fp4_e2m1", "fp8_e4m3", "fp8_e5m2fnuz", "int2", "int8", "uint32,smag4", "fp16", "bf16,e8m0",
        "fp32", "fp64", "p3109_k8p1uf", "fp8_e2m5,int8"},
       {"fp4_e2m1", "fp8_e4m3fnuz", "fp16", "fp32", "fp64"}},
      {"fp_add", {"fp4_e2m1", "fp8_e4m3,fp8_e5m2fnuz", "bf16,fp4_e2m1"}, {"fp6_e3m2", "fp32"}},
      {"fp_mul", {"fp4_e2m1", "fp8_e4m3,int8", "e8m0,bf16"}, {"fp6_e3m2", "fp32"}},
      {"int_add", {"int2", "smag8,uint5", "q3.4,uq4.4"}, {"fixed+0", "fixed5"}},
      {"int_mul", {"int2", "smag8,uint5", "q3.4,uq4.4"}, {"fixed+0", "fixed5"}},
      {"convert", {"fp4_e2m1", "fp8_e5m2,e8m0", "uint32"}, {"fp6_e3m2", "int8", "e8m0"}},
      {"convert",
       {"posit3_0", "posit8_2", "posit16_9", "fp16", "int8", "e8m0"},
       {"posit4_0", "posit16_9", "lns8_3", "lns8_madam", "elma8_1", "elma6_4"}},
      {"convert",
       {"lns8_3", "lns8_madam", "lns6_0", "posit16_1", "elma8_1", "elma6_4", "elma3_0"},
       {"fp8_e5m2", "int8", "e8m0"}},
      {"convert", {"nf4", "bnb_dynamic8"}, {"fp16", "int8"}},
      {"convert", {"fp16", "fp8_e4m3fnuz", "int8", "uint8", "smag8"}, {"nf4", "bnb_fp4"}},
      {"code_sums",
       {"nf4,int8", "nf4,fp8_e5m2", "bnb_fp4,fp4_e2m1", "nf4,smag4", "nf4,fp8_e4m3fnuz"},
       {"fixed+0", "fixed+9"}},
      {"log_mac", {"dbns4_2", "dbns8_3", "dbns6_3,dbns8_4", "dbns12_5"}, {"fixed+0", "fixed+12"}},
      {"posit_mul", {"posit3_0", "posit8_2,posit5_5", "posit32_2"}, {"posit4_0", "posit16_9"}},
      {"posit_add", {"posit3_0", "posit8_2,posit5_5", "posit32_2"}, {"posit4_0", "posit16_9"}},
      {"posit_fma", {"posit3_0", "posit8_2,posit5_5", "posit32_2"}, {"posit4_0", "posit16_9"}},
      {"posit_quire_mac", {"posit3_0", "posit8_2,posit5_1", "posit16_2"}, {"fixed+0", "fixed+9"}},
      {"posit_quire_round", {"posit3_0", "posit8_1", "posit16_2"}, {"posit4_0", "posit16_9"}},
      {"block_quantize",
       {"fp32", "bf16", "fp16", "fp8_e5m2"},
       {"mxfp4", "mxfp8_e5m2", "mxint8", "msfp12", "msfp16", "mx9", "mx4", "nvfp4", "vsq4",
        "vsq8"}}};
  std::vector<Design> designs;
  for (const auto& row : rows) {
    for (const char* operands : row.operands) {
      for (const char* accumulator : row.accumulators) {
        DesignText text;
        text.unit = row.unit;
        text.operands = operands;
        text.accumulator = accumulator;
        designs.push_back(ParseDesign(text, Catalogue()));
      }
    }
  }
  // And every semantics and path; multipliers and adders, whose insides take Yosys long, have one
  // width each.
  for (const UnitKind unit :
       {UnitKind::kIntMac, UnitKind::kKulischMac, UnitKind::kFpFma, UnitKind::kFpAdd,
        UnitKind::kFpMul, UnitKind::kIntAdd, UnitKind::kIntMul, UnitKind::kConvert,
        UnitKind::kBlockQuantize, UnitKind::kBlockDot, UnitKind::kPositMul, UnitKind::kPositAdd,
        UnitKind::kPositFma, UnitKind::kPositQuireMac, UnitKind::kPositQuireRound,
        UnitKind::kElmaMac, UnitKind::kLogAdd, UnitKind::kLogMac, UnitKind::kCodeSums}) {
    for (Design design : StageTestDesigns(unit)) {
      design.structure.multiplier = Multiplier::kOperator;
      design.structure.adder = Adder::kOperator;
      designs.push_back(design);
    }
  }
  std::vector<Design> part;
  for (std::size_t i = 0; i < designs.size(); i += OneIn(3)) part.push_back(designs[i]);
  return part;
}

// One run of Yosys for all: each design elaborated afresh and written as JSON. Sources are read
// once for as many designs as share them.
std::string Script(const std::vector<Design>& designs, const std::filesystem::path& folder) {
  std::string script;
  std::vector<std::filesystem::path> read;
  for (std::size_t i = 0; i < designs.size(); ++i) {
    const RtlDescription rtl = MakeUnit(designs[i])->rtl();
    if (const auto files = RtlFiles(rtl); files != read) {
      script += "design -reset\nread_verilog -sv -defer";
      for (const std::filesystem::path& file : files) script += " " + file.string();
      script += "\ndesign -save sources\n";
      read = files;
    }
    script += "design -load sources\nchparam";
    for (const auto& [name, value] : rtl.parameters) {
      script += " -set " + name + " 32'd" + std::to_string(value);
    }
    script += " " + rtl.top + "\nhierarchy -top " + rtl.top;
    script += "\nproc\nwrite_json " + (folder / std::to_string(i)).string() + "\n";
  }
  return script;
}

TEST(Shape, EveryStageOutputIsAsWideInTheRtlAsInTheLaws) {
  const std::vector<Design> designs = Configurations();
  const std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("shape_test_" + std::to_string(getpid()));
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "script.ys") << Script(designs, folder);
  RunChecked({"yosys", "-q", "-s", "script.ys"}, folder);

  std::size_t widths = 0;
  for (std::size_t i = 0; i < designs.size(); ++i) {
    SCOPED_TRACE(DisplayName(designs[i]));
    const auto unit = MakeUnit(designs[i]);
    const auto json = nlohmann::json::parse(std::ifstream(folder / std::to_string(i)));
    const auto top = std::ranges::find_if(
        json["modules"], [](const auto& module) { return module["attributes"].contains("top"); });
    ASSERT_NE(top, json["modules"].end());
    const auto& nets = (*top)["netnames"];
    for (const StageShape& stage : unit->stages()) {
      const std::string name = stage.name + "_d";
      ASSERT_TRUE(nets.contains(name)) << name;
      EXPECT_EQ(static_cast<int>(nets[name]["bits"].size()), stage.output_bits()) << name;
      ++widths;
    }
  }
  std::filesystem::remove_all(folder);
  std::printf("%zu widths of %zu designs\n", widths, designs.size());
  EXPECT_GT(widths, 800 / OneIn(3));
}

}  // namespace
}  // namespace macroscope
