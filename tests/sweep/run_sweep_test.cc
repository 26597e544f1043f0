// Whole sweeps of small designs, with the real tools. Each runs in a process of its own with a
// cache of its own, as the command would. Long for one file, but only one sweep after the other.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <random>
#include <thread>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/config/sweep_config.h"
#include "sim/sweep/result_json.h"
#include "sim/sweep/sweep.h"
#include "tests/base/temporary_folder.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

constexpr const char* kTwoDesigns = R"yaml(
title: Two designs
designs:
  - {unit: int_mac, operands: int4, accumulator: fixed+4}
  - {unit: kulisch_mac, operands: fp4_e2m1, accumulator: fixed+2}
technologies: [qualcomm_gates]
baseline: {unit: int_mac}
)yaml";

class RunSweepTest : public testing::Test {
 protected:
  // Starts a sweep whose result, or error, goes into `answer`.
  pid_t Start(const std::string& yaml, const fs::path& cache, const fs::path& answer) {
    const fs::path file = folder_.path() / "sweep.yaml";
    WriteFileAtomically(file, yaml);
    const pid_t child = fork();
    if (child != 0) return child;
    setenv("MACROSCOPE_CACHE", cache.c_str(), 1);
    if (!home_.empty()) setenv("MACROSCOPE_HOME", home_.c_str(), 1);
    SweepOptions options;
    options.output = output_;
    try {
      WriteFileAtomically(answer, ToJson(RunSweep(LoadSweep(file), options)));
    } catch (const std::exception& error) {
      WriteFileAtomically(answer, error.what());
      _exit(2);
    }
    _exit(0);
  }
  int Wait(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  fs::path path(const char* name) const { return folder_.path() / name; }

  TemporaryFolder folder_;
  fs::path output_;
  fs::path home_;
};

TEST_F(RunSweepTest, TwentyKillsAtRandomMomentsChangeNothing) {
  const std::uint32_t seed = std::random_device{}();
  SCOPED_TRACE(fmt::format("seed {}", seed));
  std::mt19937 random(seed);
  int kills = 0;
  for (int i = 0; i < 20; ++i) {
    const pid_t child = Start(kTwoDesigns, path("cache"), path("killed"));
    std::this_thread::sleep_for(std::chrono::milliseconds(random() % 1'000));
    kill(child, SIGKILL);
    kills += Wait(child) == -1;
  }
  EXPECT_GE(kills, 10);
  ASSERT_EQ(Wait(Start(kTwoDesigns, path("cache"), path("resumed"))), 0);
  ASSERT_EQ(Wait(Start(kTwoDesigns, path("other cache"), path("undisturbed"))), 0);
  const std::string json = ReadFile(path("resumed"));
  EXPECT_EQ(json, ReadFile(path("undisturbed")));
  const SweepResult result = ResultFromJson(json, "resumed");
  ASSERT_EQ(result.points.size(), 2u);
  for (const PointResult& point : result.points) {
    EXPECT_TRUE(point.ok) << point.error;
    EXPECT_EQ(point.checks.size(), 3u);
    EXPECT_TRUE(point.ratio);
    for (const Check& check : point.checks) EXPECT_GT(check.cases, 0u) << check.engines;
  }
  EXPECT_TRUE(result.points[0].is_baseline);
  EXPECT_EQ(result.points[0].ratio, 1.0);
}

// The product of one unit comes out inverted: its design fails, with the stage named, and has no
// cost; the other goes on.
TEST_F(RunSweepTest, APlantedFaultFailsItsDesignAlone) {
  home_ = path("home");
  fs::create_directories(home_);
  for (const char* part : {"rtl", "configs"}) {
    fs::copy(fs::path(MACROSCOPE_SOURCE_DIR) / part, home_ / part, fs::copy_options::recursive);
  }
  const fs::path module = home_ / "rtl/common/integer_multiply.sv";
  const std::string right = "assign product_o = product";
  std::string source = ReadFile(module);
  const std::size_t place = source.find(right);
  ASSERT_NE(place, std::string::npos);
  source.replace(place, right.size(), "assign product_o = ~product");
  WriteFile(module, source);

  ASSERT_EQ(Wait(Start(kTwoDesigns, path("cache"), path("answer"))), 0);
  const SweepResult result = ResultFromJson(ReadFile(path("answer")), "answer");
  ASSERT_EQ(result.points.size(), 2u);
  EXPECT_FALSE(result.points[0].ok);
  EXPECT_FALSE(result.points[0].cost);
  EXPECT_NE(result.points[0].error.find("law = rtl"), std::string::npos) << result.points[0].error;
  EXPECT_NE(result.points[0].error.find("multiply"), std::string::npos) << result.points[0].error;
  EXPECT_TRUE(result.points[1].ok) << result.points[1].error;
  EXPECT_FALSE(result.points[1].ratio);  // There is nothing to compare it with.
}

// A unit of two lanes takes more than one of one lane, and less than two of those.
TEST_F(RunSweepTest, RatiosOfLanesArePerMac) {
  const char* yaml =
      "title: Lanes\n"
      "designs: [{unit: block_dot, operands: int4, accumulator: fixed+4, lanes: [1, 2]}]\n"
      "technologies: [osu018]\n"
      "workload: {distribution: normal, length: 128}\n"
      "baseline: {lanes: 1}\n";
  ASSERT_EQ(Wait(Start(yaml, path("cache"), path("answer"))), 0) << ReadFile(path("answer"));
  const SweepResult result = ResultFromJson(ReadFile(path("answer")), "answer");
  ASSERT_EQ(result.points.size(), 2u);
  const PointResult &one = result.points[0], &two = result.points[1];
  ASSERT_TRUE(one.ok && two.ok) << one.error << two.error;
  EXPECT_DOUBLE_EQ(*one.per_mac->area_um2, *one.cost->area_um2);
  EXPECT_DOUBLE_EQ(*two.per_mac->area_um2, *two.cost->area_um2 / 2);
  EXPECT_DOUBLE_EQ(*two.per_mac->energy_fj, *two.cost->energy_fj / 2);
  EXPECT_DOUBLE_EQ(*two.ratio, *two.cost->area_um2 / 2 / *one.cost->area_um2);
  EXPECT_DOUBLE_EQ(*two.energy_ratio, *two.cost->energy_fj / 2 / *one.cost->energy_fj);
  EXPECT_LT(*two.ratio, 1);
  EXPECT_GT(*two.cost->area_um2, *one.cost->area_um2);
}

// Two at once share the cache. Zeros toggle nothing: what is left is clock and leakage.
TEST_F(RunSweepTest, EnergiesComeByWorkloadAndAreTheSameForTwoAtOnce) {
  const char* yaml =
      "title: One design\n"
      "designs: [{unit: int_mac, operands: int4, accumulator: fixed+4}]\n"
      "technologies: [qualcomm_gates, osu018]\n"
      "workloads:\n"
      "  - {name: normal, distribution: normal, length: 512}\n"
      "  - {name: zeros, distribution: zeros, length: 512}\n"
      "baseline: {unit: int_mac}\n";
  const pid_t first = Start(yaml, path("cache"), path("answer"));
  const pid_t second = Start(yaml, path("cache"), path("other answer"));
  ASSERT_EQ(Wait(first), 0) << ReadFile(path("answer"));
  ASSERT_EQ(Wait(second), 0) << ReadFile(path("other answer"));
  EXPECT_EQ(ReadFile(path("answer")), ReadFile(path("other answer")));
  const SweepResult result = ResultFromJson(ReadFile(path("answer")), "answer");
  ASSERT_EQ(result.points.size(), 3u);
  ASSERT_EQ(result.workloads.size(), 2u);
  EXPECT_EQ(result.points[0].workload, "");
  EXPECT_FALSE(result.points[0].cost->energy_fj);
  const PointResult& normal = result.points[1];
  const PointResult& zeros = result.points[2];
  ASSERT_TRUE(normal.ok && zeros.ok) << normal.error << zeros.error;
  EXPECT_EQ(normal.workload, "normal");
  EXPECT_EQ(zeros.workload, "zeros");
  EXPECT_EQ(normal.cost->area_um2, zeros.cost->area_um2);
  EXPECT_GT(normal.cost->energy->glitch_fj, 0);
  EXPECT_EQ(zeros.cost->energy->glitch_fj, 0);
  EXPECT_GT(*zeros.cost->energy_fj, 0);
  EXPECT_LT(*zeros.cost->energy_fj, *normal.cost->energy_fj);
  EXPECT_EQ(zeros.energy_ratio, 1.0);  // To itself: the baseline is the one under its workload.
  double stages = 0;
  for (const StageCost& stage : normal.cost->breakdown) stages += stage.energy->total_fj();
  EXPECT_NEAR(stages, *normal.cost->energy_fj, 1e-6 * stages);
}

TEST_F(RunSweepTest, ALibraryThatCannotBeReadIsOneErrorBeforeAnyWork) {
  WriteFile(path("broken.lib"), "library (broken) {\n  cell (INV) {\n");
  WriteFile(path("broken.yaml"), fmt::format("name: broken\nmodel: synthesis\nliberty: {}\n",
                                             path("broken.lib").string()));
  std::string yaml = kTwoDesigns;
  yaml.replace(yaml.find("[qualcomm_gates]"), 16, "[./broken.yaml]");
  EXPECT_EQ(Wait(Start(yaml, path("cache"), path("answer"))), 2);
  EXPECT_NE(ReadFile(path("answer")).find("broken.lib"), std::string::npos)
      << ReadFile(path("answer"));
  EXPECT_FALSE(fs::exists(path("cache") / "checks"));
}

TEST_F(RunSweepTest, NowhereToWriteToIsAnErrorBeforeAnyWork) {
  WriteFile(path("file"), "");
  output_ = path("file") / "results";
  EXPECT_EQ(Wait(Start(kTwoDesigns, path("cache"), path("answer"))), 2);
  EXPECT_NE(ReadFile(path("answer")).find("cannot create"), std::string::npos)
      << ReadFile(path("answer"));
  EXPECT_FALSE(fs::exists(path("cache")));
}

}  // namespace
}  // namespace macroscope
