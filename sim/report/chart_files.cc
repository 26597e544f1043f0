#include "sim/report/chart_files.h"

#include <fmt/format.h>

#include <filesystem>

#include "sim/base/build_error.h"
#include "sim/base/cache.h"
#include "sim/base/files.h"
#include "sim/base/paths.h"
#include "sim/base/process.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDrawer = "render_svg.mjs";
constexpr const char* kInstall = "npm install --prefix scripts/charts";

fs::path Folder() { return Home() / "scripts" / "charts"; }

std::vector<fs::path> Scripts() {
  std::vector<fs::path> files;
  for (const char* package : {"vega", "vega-lite", "vega-embed"}) {
    files.push_back(Folder() / "node_modules" / package / "build" /
                    fmt::format("{}.min.js", package));
  }
  return files;
}

bool AreInstalled() {
  for (const fs::path& file : Scripts()) {
    std::error_code ignored;
    if (!fs::exists(file, ignored)) return false;
  }
  return true;
}

std::string Draw(const std::string& specification) {
  KeyBuilder key;
  key.Add("specification", specification);
  for (const char* file : {kDrawer, "package.json"}) key.AddFile(file, Folder() / file);
  const fs::path place = Cache::Default().Get("chart", key.Hash(), [&](const fs::path& temporary) {
    WriteFile(temporary / "chart.vl.json", specification);
    RunChecked({"node", (Folder() / kDrawer).string(), "chart.vl.json", "chart.svg"}, temporary);
  });
  return ReadFile(place / "chart.svg");
}

}  // namespace

std::string ChartScripts() {
  if (!AreInstalled()) return "";
  std::string text;
  for (const fs::path& file : Scripts()) {
    std::string script = ReadFile(file);
    // Would end the element that it is inlined into.
    for (std::size_t at = 0; (at = script.find("</script", at)) != std::string::npos; at += 3) {
      script.replace(at, 2, "<\\/");
    }
    // Its map of sources is a file that a page in one piece does not have.
    const std::size_t map = script.rfind("//# sourceMappingURL");
    if (map != std::string::npos) script.erase(map);
    text += "<script>" + script + "</script>\n";
  }
  return text;
}

SvgFiles DrawSvg(const std::vector<std::string>& specifications) {
  SvgFiles files;
  if (!AreInstalled()) {
    files.why_not =
        fmt::format("the charts need the npm packages of scripts/charts; run {}", kInstall);
    return files;
  }
  try {
    for (const std::string& specification : specifications) {
      files.svg.push_back(Draw(specification));
    }
  } catch (const BuildError& error) {
    files.svg.clear();
    files.why_not = fmt::format("the charts could not be drawn: {}", error.what());
  }
  return files;
}

}  // namespace macroscope
