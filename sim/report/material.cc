#include "sim/report/material.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/report/chart.h"
#include "sim/report/chart_files.h"

namespace macroscope {
namespace {

// A name as a part of a file's: a technology's is the user's.
std::string FileStem(const std::string& name) {
  std::string stem;
  for (const char c : name) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    stem += plain || c == '_' || c == '-' ? c : '_';
  }
  return stem;
}

std::string Caption(const Pivot& pivot, const Published& published, std::size_t technology) {
  const std::string& name = pivot.technologies[technology];
  std::string caption =
      pivot.is_area[technology]
          ? fmt::format("Area of each design, mapped to {}.", name)
          : fmt::format("2-input gates of each design, counted by the rules of {}.", name);
  caption +=
      " Bars stack the logic of each part of the datapath and, fainter, its registers. Left out: "
      "wires, clock tree, test logic.";
  const bool any_published = std::ranges::any_of(
      pivot.rows, [&](const DesignRow& row) { return published.Find(row.design).has_value(); });
  if (!pivot.is_area[technology] && any_published) {
    caption += fmt::format(" Diamonds: the totals of {}, read from its drawing.", published.cite());
  }
  return caption;
}

}  // namespace

Material Gather(const SweepResult& result) {
  Material material{result, MakePivot(result), Published::LoadDefault(), {}, "", ""};
  material.command = "macroscope sweep " + result.file;
  std::vector<std::string> specifications;
  for (std::size_t i = 0; i < material.pivot.technologies.size(); ++i) {
    std::string specification = ChartSpecification(material.pivot, material.published, i);
    if (specification.empty()) continue;
    specifications.push_back(specification);
    material.charts.push_back({FileStem(material.pivot.technologies[i]),
                               Caption(material.pivot, material.published, i),
                               std::move(specification), ""});
  }
  const SvgFiles files = DrawSvg(specifications);
  material.why_no_charts = files.why_not;
  for (std::size_t i = 0; i < files.svg.size(); ++i) material.charts[i].svg = files.svg[i];
  return material;
}

}  // namespace macroscope
