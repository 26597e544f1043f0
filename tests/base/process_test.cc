#include "sim/base/process.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "tests/base/temporary_folder.h"

namespace macroscope {
namespace {

std::string MessageOf(const std::vector<std::string>& command) {
  try {
    RunChecked(command, ".");
  } catch (const BuildError& error) {
    return error.what();
  }
  return "";
}

TEST(Run, CapturesBothStreamsAndTheExitCode) {
  const TemporaryFolder folder;
  const ProcessResult result =
      macroscope::Run({"sh", "-c", "pwd; echo wrong >&2; exit 3"}, folder.path());
  EXPECT_EQ(result.exit_code, 3);
  EXPECT_EQ(result.output, folder.path().string() + "\nwrong\n");
}

TEST(Run, PassesArgumentsWithoutAShell) {
  EXPECT_EQ(macroscope::Run({"printf", "%s|", "a b", "$HOME", "*"}, ".").output, "a b|$HOME|*|");
}

TEST(Run, TakesOutputLargerThanAPipe) {
  EXPECT_EQ(macroscope::Run({"sh", "-c", "head -c 1000000 /dev/zero"}, ".").output.size(),
            1'000'000u);
}

TEST(Run, ReportsASignal) {
  EXPECT_EQ(macroscope::Run({"sh", "-c", "kill -9 $$"}, ".").exit_code, 128 + 9);
  EXPECT_NE(MessageOf({"sh", "-c", "kill -9 $$"}).find("killed by signal 9"), std::string::npos);
}

TEST(Run, NamesThePackageOfAMissingTool) {
  setenv("PATH", "/nowhere", 1);
  const std::pair<const char*, const char*> packages[] = {
      {"verilator_bin", "verilator"}, {"yosys", "yosys"}, {"sta", "opensta"}, {"g++", "g++"},
      {"iverilog", "iverilog"},       {"node", "nodejs"}};
  for (const auto& [tool, package] : packages) {
    EXPECT_EQ(MessageOf({tool}),
              std::string(tool) + " is not installed; on Debian: apt-get install " + package);
  }
}

TEST(RunChecked, ShowsTheLastLines) {
  const std::string message =
      MessageOf({"sh", "-c", "for i in $(seq 100); do echo line$i; done; false"});
  EXPECT_NE(message.find("exit code 1"), std::string::npos);
  EXPECT_NE(message.find("line100"), std::string::npos);
  EXPECT_NE(message.find("line89"), std::string::npos);
  EXPECT_EQ(message.find("line88"), std::string::npos);
}

// kill -9 of the parent must not leave a synthesis running.
TEST(Run, ChildrenDieWithTheirParent) {
  const TemporaryFolder folder;
  const std::filesystem::path pid_file = folder.path() / "pid";
  const pid_t parent = fork();
  if (parent == 0) {
    macroscope::Run({"sh", "-c",
                     "echo $$ > " + pid_file.string() + "; mv " + pid_file.string() + " " +
                         pid_file.string() + ".done; exec sleep 60"},
                    ".");
    _exit(0);
  }
  const std::filesystem::path done = pid_file.string() + ".done";
  for (int i = 0; i < 1000 && !std::filesystem::exists(done); ++i) usleep(10'000);
  const pid_t child = std::stoi(ReadFile(done));
  ASSERT_EQ(kill(child, 0), 0);
  kill(parent, SIGKILL);
  waitpid(parent, nullptr, 0);
  bool gone = false;
  for (int i = 0; i < 500 && !gone; ++i) {
    // A zombie that the test machine's init has not reaped yet counts as gone.
    const auto stat = "/proc/" + std::to_string(child) + "/stat";
    gone = kill(child, 0) != 0 || ReadFile(stat).find(") Z ") != std::string::npos;
    usleep(10'000);
  }
  EXPECT_TRUE(gone);
}

TEST(ToolVersion, IsNameAndNumber) {
  EXPECT_EQ(ToolVersion("g++").find("GCC "), 0u);
  EXPECT_EQ(ToolVersion("g++").find('\n'), std::string::npos);
  EXPECT_EQ(ToolVersion("verilator_bin").find("Verilator "), 0u);
  EXPECT_LT(ToolVersion("verilator_bin").size(), 20u);
  setenv("PATH", "/nowhere", 1);  // From here on only memory can answer.
  EXPECT_EQ(ToolVersion("verilator_bin").find("Verilator "), 0u);
}

}  // namespace
}  // namespace macroscope
