// Every top under both tools that read it, with no warning from Verilator and none of Yosys' checks
// failing: every unit, form, architecture, placement of registers, rounding and overflow, and every
// kind of format (lint_designs.cc). One design in ten, and all of them with MACROSCOPE_FULL.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "models/common/unit.h"
#include "models/formats/catalogue.h"
#include "sim/base/paths.h"
#include "sim/base/process.h"
#include "sim/base/rtl_files.h"
#include "sim/cosim/verilator_runtime.h"
#include "tests/common/full_run.h"
#include "tests/rtl/lint_designs.h"

namespace macroscope {
namespace {

// "" or what the tool said.
std::string Complaints(const std::vector<std::string>& command) {
  const ProcessResult result = Run(command, RtlFolder());
  return result.exit_code == 0 && result.output.empty() ? "" : result.output + " (not clean)";
}

std::string Verilator(const RtlDescription& rtl) {
  std::vector<std::string> command = {kVerilator, "--lint-only", "-Wall", "--top-module", rtl.top};
  for (const auto& [name, value] : rtl.parameters) {
    command.push_back(fmt::format("-G{}=32'h{:x}", name, value));
  }
  for (const std::filesystem::path& file : RtlFiles(rtl)) command.push_back(file.string());
  return Complaints(command);
}

std::string Yosys(const RtlDescription& rtl) {
  // As synthesis does it: hierarchy's own -chparam trips over a module that it derives twice.
  // Deferred: modules are elaborated for this design alone, not for their parameters' defaults too.
  std::string script = "read_verilog -sv -defer";
  for (const std::filesystem::path& file : RtlFiles(rtl)) script += " " + file.string();
  script += "; chparam";
  for (const auto& [name, value] : rtl.parameters) {
    script += fmt::format(" -set {} {}", name, value);
  }
  script += fmt::format(" {0}; hierarchy -check -top {0}; proc; check -assert", rtl.top);
  return Complaints({"yosys", "-q", "-p", script});
}

// The designs are shared out among tests, so that ctest runs them side by side.
class RtlLint : public testing::TestWithParam<std::size_t> {};

constexpr std::size_t kShares = 6;
const std::size_t kEach = OneIn(10);
INSTANTIATE_TEST_SUITE_P(Share, RtlLint, testing::Range(std::size_t{0}, kShares));

TEST_P(RtlLint, NeitherVerilatorNorYosysComplains) {
  const std::vector<DesignText> designs = LintDesigns();
  int checked = 0;
  for (std::size_t i = GetParam() * kEach; i < designs.size(); i += kShares * kEach) {
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
  EXPECT_GT(checked, 4);
}

}  // namespace
}  // namespace macroscope
