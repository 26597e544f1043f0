// Building on demand, on a unit of the test's own (home/rtl/toy, copied so that it can be spoilt).
#include "sim/cosim/rtl_build.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include <filesystem>
#include <random>

#include "sim/base/build_error.h"
#include "sim/base/cache.h"
#include "sim/base/files.h"
#include "sim/base/paths.h"
#include "sim/cosim/cosim.h"
#include "sim/cosim/rtl_dut.h"
#include "tests/base/temporary_folder.h"
#include "tests/cosim/toy_unit.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

// One copy a process: the program looks at MACROSCOPE_HOME once.
const TemporaryFolder& Copy() {
  static const TemporaryFolder folder;
  static const bool once = [] {
    fs::copy(fs::path(MACROSCOPE_SOURCE_DIR) / "tests/cosim/home", folder.path(),
             fs::copy_options::recursive);
    setenv("MACROSCOPE_HOME", folder.path().c_str(), 1);
    return true;
  }();
  static_cast<void>(once);
  return folder;
}

class RtlBuild : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(Home(), Copy().path());
    toy_ = Copy().path() / "rtl/toy/toy.sv";
    source_ = ReadFile(toy_);
  }
  void TearDown() override { WriteFile(toy_, source_); }

  // Replaces text in the toy's source; a new text is a new key.
  void Plant(const std::string& from, const std::string& to) {
    std::string text = ReadFile(toy_);
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    WriteFile(toy_, text.replace(at, from.size(), to));
  }
  // Makes a key that no cache has.
  void PlantNovelty() {
    Plant("module toy ", "// " + std::to_string(std::random_device()()) + "\nmodule toy ");
  }
  static std::string MessageOfBuild() {
    try {
      BuildRtl(ToyUnit({}), RtlFlavour::kFast);
    } catch (const BuildError& error) {
      return error.what();
    }
    return "";
  }

  fs::path toy_;
  std::string source_;
};

void ExpectTheLaw(const Unit& unit) {
  constexpr std::size_t kCount = 5000;
  const std::size_t limbs = unit.c_limbs();
  std::mt19937_64 random(1);
  std::vector<std::uint64_t> a(kCount), b(kCount), c(kCount * limbs), law(c), rtl(c);
  for (auto& x : a) x = random() >> (64 - unit.a_bits());
  for (auto& x : b) x = random() >> (64 - unit.b_bits());
  for (std::size_t i = 0; i < c.size(); ++i) {
    c[i] = random() >> std::max(0, 64 - (unit.c_bits() - static_cast<int>(i % limbs) * 64));
  }
  unit.Evaluate({a.size(), a, b, c}, law);
  RtlDut(unit, RtlFlavour::kFast).Evaluate({a.size(), a, b, c}, rtl);
  EXPECT_EQ(law, rtl);
  const Operation first = {a[0], b[0], Bits::FromLimbs(std::span(c).first(limbs)), 0};
  std::vector<std::optional<Bits>> trace = TraceRtl(unit, first);
  const std::vector<Bits> expected = unit.Trace(first);
  ASSERT_EQ(trace.size(), expected.size());
  for (std::size_t i = 0; i < trace.size(); ++i) {
    ASSERT_TRUE(trace[i].has_value()) << i;
    EXPECT_EQ(*trace[i], expected[i]) << i;
  }
}

TEST_F(RtlBuild, EvaluatesEveryWidthOfPorts) {
  for (const int c_bits : {17, 33, 64, 65, 96, 1024}) {
    SCOPED_TRACE(c_bits);
    ExpectTheLaw(ToyUnit({.c_bits = c_bits}));
  }
  ExpectTheLaw(ToyUnit({.width_bits = 2}));
  ExpectTheLaw(ToyUnit({.width_bits = 20, .c_bits = 50}));
}

TEST_F(RtlBuild, ClocksPipelines) {
  for (const std::uint32_t cuts : {1u, 2u, 3u}) {
    SCOPED_TRACE(cuts);
    const ToyUnit unit({.c_bits = 70, .cuts = cuts});
    ExpectTheLaw(unit);
    const CosimReport report = RunClocked(unit, {.cycles = 5000, .seed = 1, .trace_file = ""});
    EXPECT_TRUE(report.ok) << report.mismatch;
    EXPECT_GT(report.operations, 500u);
  }
}

TEST_F(RtlBuild, PassesNegativeParameters) { ExpectTheLaw(ToyUnit({.offset = -3})); }

TEST_F(RtlBuild, RebuildsWhatChangedAndOnlyThat) {
  const fs::path before = BuildRtl(ToyUnit({}), RtlFlavour::kFast);
  EXPECT_EQ(BuildRtl(ToyUnit({}), RtlFlavour::kFast), before);
  EXPECT_NE(BuildRtl(ToyUnit({.offset = 1}), RtlFlavour::kFast), before);
  EXPECT_NE(BuildRtl(ToyUnit({}), RtlFlavour::kTapped), before);
  PlantNovelty();
  EXPECT_NE(BuildRtl(ToyUnit({}), RtlFlavour::kFast), before);
  WriteFile(toy_, source_);
  EXPECT_EQ(BuildRtl(ToyUnit({}), RtlFlavour::kFast), before);
}

TEST_F(RtlBuild, ReportsWhatVerilatorSays) {
  Plant("assign add_d = add_c", "assign add_d = add_x");
  const std::string message = MessageOfBuild();
  EXPECT_NE(message.find("verilator_bin failed"), std::string::npos) << message;
  EXPECT_NE(message.find("add_x"), std::string::npos) << message;
}

TEST_F(RtlBuild, ReportsAMissingSource) {
  fs::rename(toy_, toy_.string() + ".away");
  const std::string message = MessageOfBuild();
  fs::rename(toy_.string() + ".away", toy_);
  EXPECT_NE(message.find("toy.sv"), std::string::npos) << message;
  EXPECT_NE(message.find("No such file"), std::string::npos) << message;
}

TEST_F(RtlBuild, ReportsAFullDiskAndKeepsNothing) {
  BuildRtl(ToyUnit({}), RtlFlavour::kFast);  // What all designs share is there.
  PlantNovelty();
  signal(SIGXFSZ, SIG_IGN);
  rlimit before;
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit small = {8192, before.rlim_max};
  setrlimit(RLIMIT_FSIZE, &small);
  const std::string message = MessageOfBuild();
  setrlimit(RLIMIT_FSIZE, &before);
  EXPECT_NE(message, "");
  EXPECT_EQ(message.find("Permission"), std::string::npos) << message;
  ExpectTheLaw(ToyUnit({}));  // The same key again, with room.
}

TEST_F(RtlBuild, NamesTheMissingTool) {
  PlantNovelty();
  const std::string path = getenv("PATH");
  setenv("PATH", "/nowhere", 1);
  // In a run of all cases, earlier ones have asked the tools for their versions already.
  const std::string message = MessageOfBuild();
  setenv("PATH", path.c_str(), 1);
  EXPECT_NE(message.find("apt-get install verilator"), std::string::npos) << message;
}

TEST_F(RtlBuild, SaysWhenThePipelineHangs) {
  Plant("assign multiply_valid = valid_i;", "assign multiply_valid = valid_i && a_i != 8'd7;");
  const ToyUnit unit({.cuts = 1});
  std::vector<std::uint64_t> a = {1, 7, 2}, b = {1, 1, 1}, c = {0, 0, 0}, z(3);
  RtlDut dut(unit, RtlFlavour::kFast);
  EXPECT_THROW(dut.Evaluate({a.size(), a, b, c}, z), std::runtime_error);
}

TEST_F(RtlBuild, ClockedComparisonSeesALostOperation) {
  Plant("assign multiply_valid = valid_i;", "assign multiply_valid = valid_i && a_i != 8'd7;");
  const CosimReport report =
      RunClocked(ToyUnit({.cuts = 1}), {.cycles = 20'000, .seed = 1, .trace_file = ""});
  EXPECT_FALSE(report.ok);
  EXPECT_NE(report.mismatch.find("valid_o: model 1, rtl 0; operands a 07"), std::string::npos)
      << report.mismatch;
}

}  // namespace
}  // namespace macroscope
