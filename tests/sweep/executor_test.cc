// Long for one file: every test runs the same few tasks, whose fixture is half of it.
#include "sim/sweep/executor.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <random>
#include <sstream>
#include <stdexcept>
#include <thread>

#include "sim/base/files.h"
#include "tests/base/temporary_folder.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTasks = 24;

// A sweep's shape with no designs in it: every third task must succeed before the two after it are
// run. Every task leaves a line in `log` when its work is done.
std::vector<Task> FakeSweep(const fs::path& log, std::chrono::milliseconds duration) {
  std::vector<Task> tasks;
  for (std::size_t i = 0; i < kTasks; ++i) {
    Task task;
    task.name = fmt::format("task {}", i);
    task.kind = "fake";
    task.key = KeyBuilder().Add("task", std::to_string(i)).Hash();
    task.work = [i, log, duration] {
      std::this_thread::sleep_for(duration);
      std::ofstream(log, std::ios::app) << fmt::format("{}\n", i);
      return fmt::format("answer {}\n{}", i, std::string(10'000, 'x'));
    };
    if (i % 3 != 0) task.after = {i - i % 3};
    tasks.push_back(std::move(task));
  }
  return tasks;
}

std::string Answers(const std::vector<Outcome>& outcomes) {
  std::string text;
  for (const Outcome& outcome : outcomes) text += (outcome.ok ? "+" : "-") + outcome.text;
  return text;
}

int LinesOf(const fs::path& file) {
  std::ifstream in(file);
  std::string line;
  int count = 0;
  while (std::getline(in, line)) ++count;
  return count;
}

class ExecutorTest : public testing::Test {
 protected:
  fs::path log() const { return folder_.path() / "log"; }
  std::vector<Outcome> Run(const std::vector<Task>& tasks, bool fresh = false) {
    Cache cache(folder_.path() / "cache");
    SweepOptions options;
    options.jobs = 3;
    options.fresh = fresh;
    return RunTasks(tasks, cache, options);
  }
  // The same in a process of its own, which prints its answers to `answers`.
  pid_t Start(const std::vector<Task>& tasks, const fs::path& answers) {
    const pid_t child = fork();
    if (child != 0) return child;
    WriteFileAtomically(answers, Answers(Run(tasks)));
    _exit(0);
  }
  TemporaryFolder folder_;
};

TEST_F(ExecutorTest, RunsEachTaskOnceAndThenTakesItFromTheCache) {
  const auto tasks = FakeSweep(log(), std::chrono::milliseconds(1));
  const auto cold = Run(tasks);
  ASSERT_EQ(cold.size(), kTasks);
  for (std::size_t i = 0; i < kTasks; ++i) {
    EXPECT_TRUE(cold[i].ok) << cold[i].text;
    EXPECT_FALSE(cold[i].was_cached);
    EXPECT_TRUE(cold[i].text.starts_with(fmt::format("answer {}\n", i)));
  }
  const auto warm = Run(tasks);
  EXPECT_EQ(Answers(warm), Answers(cold));
  for (const Outcome& outcome : warm) EXPECT_TRUE(outcome.was_cached);
  EXPECT_EQ(LinesOf(log()), kTasks);
}

TEST_F(ExecutorTest, FreshTakesNothingFromTheCacheButRefillsIt) {
  const auto tasks = FakeSweep(log(), std::chrono::milliseconds(1));
  Run(tasks);
  auto changed = tasks;
  changed[5].work = [] { return std::string("other"); };
  EXPECT_EQ(Run(changed, /*fresh=*/true)[5].text, "other");
  EXPECT_EQ(Run(tasks)[5].text, "other");
  EXPECT_EQ(LinesOf(log()), 2 * kTasks - 1);
}

// Twenty kills at random moments: what is found at the end is what an undisturbed run finds, and
// every kill cost at most the tasks under way.
TEST_F(ExecutorTest, SurvivesTwentyKillsAtRandomMoments) {
  const std::uint32_t seed = std::random_device{}();
  SCOPED_TRACE(fmt::format("seed {}", seed));
  std::mt19937 random(seed);
  const auto tasks = FakeSweep(log(), std::chrono::milliseconds(4));
  int kills = 0;
  for (int round = 0; round < 20; ++round) {
    // A kill early enough to hit; but each round goes on where the last stopped, so begin anew now
    // and then.
    // Workers of the last round may still be dying, and remove a lock of theirs under our hands.
    std::error_code ignored;
    while (round % 5 == 0 && fs::exists(folder_.path() / "cache", ignored)) {
      fs::remove_all(folder_.path() / "cache", ignored);
    }
    const fs::path answers = folder_.path() / "answers";
    const pid_t child = Start(tasks, answers);
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 30'000));
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    kills += WIFSIGNALED(status);
  }
  EXPECT_GE(kills, 5) << "too few of the kills came before the end to show anything";

  const auto resumed = Run(tasks);
  TemporaryFolder undisturbed;
  Cache cache(undisturbed.path());
  EXPECT_EQ(Answers(resumed), Answers(RunTasks(tasks, cache, SweepOptions{})));
  for (const Outcome& outcome : resumed) EXPECT_TRUE(outcome.ok) << outcome.text;
}

TEST_F(ExecutorTest, AKillLosesAtMostTheTasksUnderWay) {
  const auto tasks = FakeSweep(log(), std::chrono::milliseconds(20));
  const pid_t child = Start(tasks, folder_.path() / "answers");
  while (LinesOf(log()) < 10) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  // Its workers die with it: nothing is done any more.
  std::this_thread::sleep_for(std::chrono::milliseconds(60));
  const int finished = LinesOf(log());
  EXPECT_LT(finished, static_cast<int>(kTasks));
  int cached = 0;
  for (const Outcome& outcome : Run(tasks)) cached += outcome.was_cached;
  EXPECT_GE(cached, finished - 3);
}

TEST_F(ExecutorTest, TwoSweepsAtOnceShareTheWork) {
  const auto tasks = FakeSweep(log(), std::chrono::milliseconds(2));
  const fs::path first = folder_.path() / "first";
  const fs::path second = folder_.path() / "second";
  Start(tasks, first);
  Start(tasks, second);
  for (int i = 0; i < 2; ++i) {
    int status = -1;
    wait(&status);
    EXPECT_EQ(status, 0);
  }
  EXPECT_EQ(ReadFile(first), ReadFile(second));
  EXPECT_EQ(LinesOf(log()), kTasks);
}

TEST_F(ExecutorTest, AFailureIsItsTaskAndWhatNeedsItAlone) {
  auto tasks = FakeSweep(log(), std::chrono::milliseconds(1));
  tasks[0].work = []() -> std::string { throw std::runtime_error("two lines\n\n  of reason\n"); };
  tasks[3].work = []() -> std::string {
    raise(SIGSEGV);
    return "";
  };
  tasks[6].work = []() -> std::string {
    fmt::print(stderr, "first\nout of luck\n");
    _exit(7);
  };
  const auto outcomes = Run(tasks);
  EXPECT_EQ(outcomes[0].text, "two lines |   of reason");
  EXPECT_EQ(outcomes[3].text, "its process was killed by signal 11 (Segmentation fault)");
  EXPECT_EQ(outcomes[6].text, "its process ended with exit code 7; last it printed: out of luck");
  for (std::size_t i = 0; i < kTasks; ++i) {
    EXPECT_EQ(outcomes[i].ok, i >= 9) << i;
    if (i < 9) {
      EXPECT_EQ(outcomes[i].text, outcomes[i - i % 3].text);
    }
  }
  EXPECT_EQ(LinesOf(log()), kTasks - 9);

  // A failure is not kept: the next run tries again.
  for (const Outcome& outcome : Run(FakeSweep(log(), std::chrono::milliseconds(1)))) {
    EXPECT_TRUE(outcome.ok) << outcome.text;
  }
}

TEST_F(ExecutorTest, AKilledWorkerIsItsTasksFailure) {
  auto tasks = FakeSweep(log(), std::chrono::milliseconds(1));
  tasks[4].work = []() -> std::string {
    kill(getpid(), SIGKILL);
    return "";
  };
  const auto outcomes = Run(tasks);
  EXPECT_EQ(outcomes[4].text, "its process was killed by signal 9 (Killed)");
  EXPECT_TRUE(outcomes[5].ok);
}

TEST_F(ExecutorTest, AnAnswerThatIsNotWholeIsComputedAgain) {
  const auto tasks = FakeSweep(log(), std::chrono::milliseconds(1));
  const std::string answers = Answers(Run(tasks));
  for (const auto& entry : fs::recursive_directory_iterator(folder_.path() / "cache")) {
    if (entry.is_regular_file() && entry.path().filename() == "answer") {
      fs::resize_file(entry.path(), 100);
      break;
    }
  }
  EXPECT_EQ(Answers(Run(tasks)), answers);
  EXPECT_EQ(LinesOf(log()), kTasks + 1);
}

// A limit on file sizes stands for a disk with no room: writes fail in the same way.
TEST_F(ExecutorTest, AFullDiskFailsTheTaskWithItsReason) {
  signal(SIGXFSZ, SIG_IGN);
  rlimit before;
  getrlimit(RLIMIT_FSIZE, &before);
  const rlimit full{4096, before.rlim_max};
  const auto tasks = FakeSweep(log(), std::chrono::milliseconds(1));
  setrlimit(RLIMIT_FSIZE, &full);
  const auto outcomes = Run(tasks);
  setrlimit(RLIMIT_FSIZE, &before);
  for (const Outcome& outcome : outcomes) {
    EXPECT_FALSE(outcome.ok);
    EXPECT_NE(outcome.text.find("cannot write"), std::string::npos) << outcome.text;
    EXPECT_NE(outcome.text.find("File too large"), std::string::npos) << outcome.text;
  }
  for (const Outcome& outcome : Run(tasks)) EXPECT_TRUE(outcome.ok) << outcome.text;
}

TEST_F(ExecutorTest, ReportsEveryTask) {
  auto tasks = FakeSweep(log(), std::chrono::milliseconds(1));
  tasks[23].work = []() -> std::string { throw std::runtime_error("no"); };
  Cache cache(folder_.path() / "cache");
  SweepOptions options;
  std::vector<SweepProgress> reports;
  options.progress = [&](const SweepProgress& progress) {
    if (!progress.last.empty()) reports.push_back(progress);
  };
  RunTasks(tasks, cache, options);
  ASSERT_EQ(reports.size(), kTasks);
  EXPECT_EQ(reports.back().done, kTasks);
  EXPECT_EQ(reports.back().failed, 1);
  EXPECT_EQ(reports.back().total, kTasks);
}

}  // namespace
}  // namespace macroscope
