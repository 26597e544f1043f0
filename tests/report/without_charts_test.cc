// A machine without the npm packages: a home with no node_modules.
#include <gtest/gtest.h>

#include <cstdlib>

#include "sim/base/files.h"
#include "sim/report/report.h"
#include "tests/base/temporary_folder.h"
#include "tests/report/synthetic_result.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

TEST(ReportWithoutCharts, HasEveryTableAndSaysWhatIsMissing) {
  const TemporaryFolder home;  // Home() is asked for once a process: this test is alone in its own.
  setenv("MACROSCOPE_HOME", home.path().c_str(), 1);
  const TemporaryFolder folder;
  WriteReport(SyntheticResult(), folder.path());
  EXPECT_TRUE(fs::exists(folder.path() / "osu018.vl.json"));
  EXPECT_FALSE(fs::exists(folder.path() / "osu018.svg"));
  for (const char* name : {"report.html", "report.md"}) {
    const std::string text = ReadFile(folder.path() / name);
    EXPECT_NE(text.find("charts need the npm packages"), std::string::npos) << name;
    EXPECT_NE(text.find("npm install --prefix scripts/charts"), std::string::npos) << name;
    EXPECT_NE(text.find("127,903"), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace macroscope
