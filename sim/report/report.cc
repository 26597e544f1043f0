#include "sim/report/report.h"

#include <fmt/format.h>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/report/chart_files.h"
#include "sim/report/material.h"
#include "sim/report/points_csv.h"
#include "sim/report/result_tables.h"
#include "sim/sweep/result_json.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

constexpr const char* kPointsFile = "points.json";

}  // namespace

void WriteReport(const SweepResult& result, const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) {
    throw BuildError(fmt::format("cannot create {}: {}", folder.string(), error.message()));
  }
  const Material material = Gather(result);
  const std::vector<PageSection> sections = Sections(material);
  for (const Chart& chart : material.charts) {
    WriteFileAtomically(folder / (chart.stem + ".vl.json"), chart.specification);
    if (!chart.svg.empty()) WriteFileAtomically(folder / (chart.stem + ".svg"), chart.svg);
    if (!chart.csv.empty()) WriteFileAtomically(folder / (chart.stem + ".csv"), chart.csv);
  }
  WriteFileAtomically(folder / "points.csv", PointsCsv(result, material.published));
  WriteFileAtomically(folder / "breakdown.csv", BreakdownCsv(result));
  WriteFileAtomically(folder / "report.md", ToMarkdown(material, sections));
  WriteFileAtomically(folder / "report.tex", ToLatex(material, sections));
  const std::string scripts = ChartScripts();
  WriteFileAtomically(folder / "report.html",
                      ToHtml(Page{result.title, Summary(material), material.command, result.version,
                                  scripts, material.why_no_charts, sections}));
  WriteFileAtomically(folder / kPointsFile, ToJson(result));
}

std::string ReadmeTable(const SweepResult& result) {
  Table table = ReadmeSummary(MakePivot(result));
  for (const std::string& sentence : {WorkloadSentence(result), MadeBy(result)}) {
    table.caption += sentence.empty() ? "" : " " + sentence;
  }
  return ToMarkdown(table);
}

SweepResult ReadResult(const fs::path& folder) {
  const fs::path file = folder / kPointsFile;
  return ResultFromJson(ReadFile(file), file.string());
}

}  // namespace macroscope
