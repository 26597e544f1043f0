#include "sim/report/report.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <regex>
#include <set>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/report/material.h"
#include "sim/sweep/result_json.h"
#include "tests/base/temporary_folder.h"
#include "tests/report/synthetic_result.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

std::set<std::string> FilesIn(const fs::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename());
  return names;
}

std::string Without(const std::string& text, const std::string& pattern) {
  return std::regex_replace(text, std::regex(pattern), "");
}

// The page without what stands between script tags: the libraries' texts hold addresses that they
// never fetch.
std::string WithoutScripts(std::string html) {
  for (std::size_t begin; (begin = html.find("<script>")) != std::string::npos;) {
    html.erase(begin, html.find("</script>", begin) - begin + 9);
  }
  return html;
}

TEST(Report, WritesEveryFileAndNothingElse) {
  const TemporaryFolder folder;
  WriteReport(SyntheticResult(), folder.path());
  auto files = FilesIn(folder.path());
  std::set<std::string> expected = {"breakdown.csv", "points.csv", "points.json",
                                    "report.html",   "report.md",  "report.tex"};
  for (const char* stem :
       {"qualcomm_gates", "osu018", "osu018_energy", "osu018_area_energy", "osu018_delay_area"}) {
    expected.insert(std::string(stem) + ".vl.json");
    files.erase(std::string(stem) + ".svg");
  }
  EXPECT_EQ(files, expected);
}

TEST(Report, ResultsComeBackFromTheirJson) {
  for (const SweepResult& result : {SyntheticResult(), SyntheticResultWithFailures(),
                                    SyntheticWorkloads(), SyntheticClocks()}) {
    const TemporaryFolder folder;
    WriteReport(result, folder.path());
    const SweepResult read = ReadResult(folder.path());
    EXPECT_EQ(ToJson(read), ToJson(result));
    EXPECT_EQ(read.points.size(), result.points.size());
    EXPECT_EQ(read.points[1].design, result.points[1].design);
    EXPECT_EQ(read.points[1].cost->area_um2, result.points[1].cost->area_um2);
  }
}

TEST(Report, SaysWhatIsWrongWithAFileOfResults) {
  const TemporaryFolder folder;
  EXPECT_THROW(ReadResult(folder.path()), BuildError);
  std::string json = ToJson(SyntheticResult());
  WriteFile(folder.path() / "points.json", json.substr(0, json.size() / 2));
  EXPECT_THROW(ReadResult(folder.path()), BuildError);
  json.replace(json.find("\"technology\""), 12, "\"technologie\"");
  WriteFile(folder.path() / "points.json", json);
  try {
    ReadResult(folder.path());
    FAIL();
  } catch (const BuildError& error) {
    const std::string message = error.what();
    EXPECT_NE(message.find("points.json"), std::string::npos) << message;
    EXPECT_NE(message.find("technology"), std::string::npos) << message;
  }
}

// MACROSCOPE_UPDATE_GOLDEN=1 writes the file anew.
TEST(Report, MarkdownIsAsItWas) {
  const fs::path golden = fs::path(MACROSCOPE_SOURCE_DIR) / "tests/report/golden/report.md";
  const SweepResult result = SyntheticResultWithFailures();
  Material material = Gather(result);
  material.why_no_charts.clear();  // Whether this machine has Node.js is no part of it.
  for (Chart& chart : material.charts) chart.svg = "<svg/>";
  const std::string markdown = ToMarkdown(material, Sections(material));
  if (std::getenv("MACROSCOPE_UPDATE_GOLDEN") != nullptr) WriteFile(golden, markdown);
  EXPECT_EQ(markdown, ReadFile(golden));
}

TEST(Report, PageFetchesNothing) {
  const TemporaryFolder folder;
  WriteReport(SyntheticResultWithFailures(), folder.path());
  const std::string html = ReadFile(folder.path() / "report.html");
  EXPECT_EQ(html.find("<script src"), std::string::npos);
  EXPECT_EQ(html.find("<link"), std::string::npos);
  EXPECT_EQ(html.find("@import"), std::string::npos);
  EXPECT_EQ(html.find("<iframe"), std::string::npos);
  // The name of the language of the charts and those of XML are no addresses to fetch from.
  std::string rest = WithoutScripts(html);
  rest = Without(rest, R"("\$schema": "https://vega.github.io/schema/vega-lite/v\d.json")");
  rest = Without(rest, R"(xmlns(:xlink)?="http://www.w3.org/[a-z0-9/]+")");
  EXPECT_EQ(rest.find("http:"), std::string::npos);
  EXPECT_EQ(rest.find("https:"), std::string::npos);
  EXPECT_FALSE(std::regex_search(rest, std::regex(R"((src|href)=)")));
  EXPECT_FALSE(std::regex_search(rest, std::regex(R"(url\((?!#))")));
}

TEST(Report, PageIsEscaped) {
  const TemporaryFolder folder;
  SweepResult result = SyntheticResultWithFailures();
  result.title = "<b>&</script>";
  WriteReport(result, folder.path());
  const std::string html = ReadFile(folder.path() / "report.html");
  EXPECT_EQ(html.find("<b>"), std::string::npos);
  EXPECT_EQ(html.find("<u_align>"), std::string::npos);
  EXPECT_NE(html.find("&lt;u_align&gt;"), std::string::npos);
}

TEST(Report, ReadmeTableHasOneLineADesign) {
  const std::string text = ReadmeTable(SyntheticResult());
  EXPECT_EQ(std::ranges::count(text, '\n'), 2 + 15 + 2);
  EXPECT_NE(text.find("reference = law: 262,144 all pairs; law = rtl: 65,536 all pairs"),
            std::string::npos);
}

TEST(Report, StageOrderKeepsEveryUnits) {
  const SweepResult result = SyntheticResult();
  const Material material = Gather(result);
  const std::string markdown = ToMarkdown(material, Sections(material));
  std::size_t place = markdown.find("## Stage by stage");
  for (const char* stage : {"unpack", "multiply", "align", "add", "normalize", "round"}) {
    const std::size_t next = markdown.find(std::string("stages: ") + stage + " ", place);
    ASSERT_NE(next, std::string::npos) << stage;
    place = next;
  }
}

// A limit on file sizes stands for a disk with no room: writes fail in the same way.
TEST(Report, AFullDiskIsOneClearErrorAndLeavesTheOldFiles) {
  const TemporaryFolder folder;
  WriteReport(SyntheticResult(), folder.path());
  const std::string before = ReadFile(folder.path() / "points.json");
  signal(SIGXFSZ, SIG_IGN);
  rlimit limit;
  getrlimit(RLIMIT_FSIZE, &limit);
  const rlimit full{1000, limit.rlim_max};
  setrlimit(RLIMIT_FSIZE, &full);
  std::string message;
  try {
    WriteReport(SyntheticResultWithFailures(), folder.path());
  } catch (const BuildError& error) {
    message = error.what();
  }
  setrlimit(RLIMIT_FSIZE, &limit);
  EXPECT_NE(message.find("cannot write"), std::string::npos) << message;
  EXPECT_NE(message.find("File too large"), std::string::npos) << message;
  EXPECT_EQ(ReadFile(folder.path() / "points.json"), before);
  for (const std::string& name : FilesIn(folder.path())) {
    EXPECT_EQ(name.find(".tmp"), std::string::npos) << name;
  }
}

}  // namespace
}  // namespace macroscope
