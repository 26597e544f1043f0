// Every top under both tools that read it, with no warning from Verilator and none of Yosys' checks
// failing: every unit, form, architecture, placement of registers, rounding and overflow, and every
// kind of format.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "models/common/unit.h"
#include "models/formats/catalogue.h"
#include "sim/base/paths.h"
#include "sim/base/process.h"

namespace macroscope {
namespace {

DesignText Text(const std::string& unit, const std::string& operands,
                const std::string& accumulator) {
  DesignText text;
  text.unit = unit;
  text.operands = operands;
  text.accumulator = accumulator;
  return text;
}

// Both forms, with no register, some, and one wherever there can be one.
void AddStructures(const DesignText& design, std::vector<DesignText>& out) {
  for (const char* form : {"operation", "mac"}) {
    for (const char* cuts : {"0", "1", "2", "3", "4", "5"}) {
      const int turn = static_cast<int>(out.size());
      DesignText text = design;
      text.form = form;
      text.cuts = cuts;
      text.multiplier = turn % 2 == 0 ? "operator" : "wallace";
      text.adder = turn / 2 % 2 == 0 ? "operator" : "sklansky";
      out.push_back(text);
    }
  }
}

// The form takes turns, and with it the architecture.
void AddFormats(const DesignText& design, std::vector<DesignText>& out) {
  const bool odd = out.size() % 2 != 0;
  DesignText text = design;
  text.form = odd ? "mac" : "operation";
  text.multiplier = odd ? "wallace" : "operator";
  text.adder = odd ? "sklansky" : "operator";
  out.push_back(text);
}

std::vector<DesignText> Designs() {
  std::vector<DesignText> designs;
  for (const DesignText& text :
       {Text("int_mac", "int8", "fixed+12"), Text("kulisch_mac", "fp8_e4m3", "fixed+6"),
        Text("fp_fma", "fp8_e5m2", "fp16")}) {
    AddStructures(text, designs);
  }
  for (const char* operands :
       {"int2", "uint8", "smag8", "uint8,int8", "smag8,int8", "smag8,uint8", "int32", "q4.4"}) {
    for (const char* accumulator : {"fixed+0", "fixed+1", "fixed+40"}) {
      AddFormats(Text("int_mac", operands, accumulator), designs);
    }
    AddFormats(Text("kulisch_mac", operands, "fixed+12"), designs);
    AddFormats(Text("fp_fma", operands, "fp32"), designs);
  }
  for (const char* operands :
       {"fp4_e2m1", "fp6_e3m2", "fp6_e2m3", "fp8_e5m2", "fp8_e4m3", "fp8_e3m4", "fp8_e2m5",
        "fp8_e4m3fnuz", "fp8_e5m2fnuz", "bf16", "fp8_e4m3,int8", "uint4,fp8_e5m2"}) {
    AddFormats(Text("kulisch_mac", operands, "fixed+0"), designs);
    AddFormats(Text("kulisch_mac", operands, "fixed+12"), designs);
    for (const char* accumulator : {"fp8_e5m2", "fp16", "bf16", "fp32"}) {
      AddFormats(Text("fp_fma", operands, accumulator), designs);
    }
  }
  for (const char* format : {"fp4_e2m1", "fp8_e4m3", "fp8_e4m3fnuz", "fp16", "tf32", "fp32"}) {
    AddFormats(Text("fp_fma", format, format), designs);
  }
  for (const char* accumulator : {"fp4_e2m1", "fp8_e4m3", "fp8_e4m3fnuz", "fp8_e5m2"}) {
    for (const std::string& overflow : OverflowNames()) {
      for (const std::string& rounding : RoundingNames()) {
        DesignText text = Text("fp_fma", "fp8_e4m3", accumulator);
        text.rounding = rounding;
        text.overflow = overflow;
        designs.push_back(text);
      }
    }
  }
  for (const char* unit : {"int_mac", "kulisch_mac"}) {
    DesignText text = Text(unit, "smag8", "fixed+4");
    text.overflow = "saturate";
    AddFormats(text, designs);
  }
  return designs;
}

// "" or what the tool said.
std::string Complaints(const std::vector<std::string>& command) {
  const ProcessResult result = Run(command, RtlFolder());
  return result.exit_code == 0 && result.output.empty() ? "" : result.output + " (not clean)";
}

std::string Verilator(const RtlDescription& rtl) {
  std::vector<std::string> command = {"verilator", "--lint-only", "-Wall", "--top-module", rtl.top};
  for (const auto& [name, value] : rtl.parameters) {
    command.push_back(fmt::format("-G{}=32'h{:x}", name, value));
  }
  command.insert(command.end(), rtl.sources.begin(), rtl.sources.end());
  return Complaints(command);
}

std::string Yosys(const RtlDescription& rtl) {
  std::string script = fmt::format("read_verilog -sv {};", fmt::join(rtl.sources, " "));
  script += fmt::format(" hierarchy -check -top {}", rtl.top);
  for (const auto& [name, value] : rtl.parameters) {
    script += fmt::format(" -chparam {} {}", name, value);
  }
  return Complaints({"yosys", "-q", "-p", script + "; proc; check -assert"});
}

// The designs are shared out among tests, so that ctest runs them side by side.
class RtlLint : public testing::TestWithParam<std::size_t> {};

constexpr std::size_t kShares = 8;
INSTANTIATE_TEST_SUITE_P(Share, RtlLint, testing::Range(std::size_t{0}, kShares));

TEST_P(RtlLint, NeitherVerilatorNorYosysComplains) {
  const std::vector<DesignText> designs = Designs();
  int checked = 0;
  for (std::size_t i = GetParam(); i < designs.size(); i += kShares) {
    Design design;
    try {
      design = ParseDesign(designs[i], Catalogue());
    } catch (const DesignError&) {
      continue;  // Not every mode goes with every unit and format.
    }
    ++checked;
    const RtlDescription rtl = MakeUnit(design)->rtl();
    EXPECT_EQ(Verilator(rtl), "") << DisplayName(design);
    EXPECT_EQ(Yosys(rtl), "") << DisplayName(design);
  }
  std::cout << checked << " designs\n";
  EXPECT_GT(checked, 15);
}

}  // namespace
}  // namespace macroscope
