#include "sim/base/child.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <cstdio>
#include <stdexcept>

namespace macroscope {
namespace {

TEST(RunInChild, HandsTheTextBackAndChangesNothingHere) {
  int value = 1;
  const ChildResult result = RunInChild([&] {
    value = 2;
    std::printf("noise");
    return std::string(300'000, 'x');
  });
  EXPECT_TRUE(result.ok);
  EXPECT_EQ(result.text, std::string(300'000, 'x'));
  EXPECT_EQ(value, 1);
}

TEST(RunInChild, ReportsWhatIsThrown) {
  const ChildResult result =
      RunInChild([]() -> std::string { throw std::runtime_error("no such thing"); });
  EXPECT_FALSE(result.ok);
  EXPECT_EQ(result.text, "no such thing");
}

TEST(RunInChild, SurvivesACrash) {
  const ChildResult result = RunInChild([]() -> std::string {
    std::fprintf(stderr, "assertion 7 failed");
    raise(SIGKILL);
    return "";
  });
  EXPECT_FALSE(result.ok);
  EXPECT_NE(result.text.find("signal 9"), std::string::npos) << result.text;
  EXPECT_NE(result.text.find("assertion 7 failed"), std::string::npos) << result.text;
}

TEST(RunInChild, ReportsAnExitBeforeTheEnd) {
  const ChildResult result = RunInChild([]() -> std::string { _exit(7); });
  EXPECT_FALSE(result.ok);
  EXPECT_NE(result.text.find("exit code 7"), std::string::npos) << result.text;
}

}  // namespace
}  // namespace macroscope
