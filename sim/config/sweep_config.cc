#include "sim/config/sweep_config.h"

#include <fmt/format.h>

#include "models/formats/catalogue.h"
#include "sim/config/design_list.h"
#include "sim/config/format_file.h"
#include "sim/config/format_row.h"
#include "sim/config/strict_node.h"
#include "sim/config/technology_file.h"

namespace macroscope {
namespace {

std::vector<Technology> ReadTechnologies(const StrictNode& list,
                                         const std::filesystem::path& folder) {
  std::vector<Technology> technologies;
  for (const StrictNode& node : list.List()) {
    technologies.push_back(LoadTechnology(node.Text(), folder, node.where()));
    for (std::size_t i = 0; i + 1 < technologies.size(); ++i) {
      if (technologies[i].name == technologies.back().name) {
        node.Fail("the technology '" + technologies[i].name +
                  "' is in the list already; expected each once");
      }
    }
  }
  return technologies;
}

Workload ReadWorkload(const StrictNode& node) {
  const StrictMap map = node.Map({"distribution", "length", "seed"});
  Workload workload;
  workload.weights.distribution = workload.activations.distribution =
      map.At("distribution").OneOf({"uniform", "normal", "codes"});
  if (const auto* length = map.Find("length")) {
    workload.length = static_cast<std::uint64_t>(length->Integer(1, 1'000'000'000));
  }
  if (const auto* seed = map.Find("seed")) workload.seed = seed->Unsigned();
  return workload;
}

// Files by their path, formats by their row.
void ReadFormats(const StrictNode& list, const std::filesystem::path& folder,
                 Catalogue& catalogue) {
  for (const StrictNode& node : list.List()) {
    if (node.is_map()) {
      AddFormatRow(node, catalogue);
      continue;
    }
    const std::filesystem::path file = folder / node.Text();
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
      node.Fail(fmt::format(
          "'{}' does not exist; expected the path of a format file, relative to this one, or a "
          "format's own keys",
          file.string()));
    }
    AddFormatFile(file, catalogue);
  }
}

}  // namespace

SweepConfig LoadSweep(const std::filesystem::path& file) {
  const StrictMap map =
      LoadYaml(file).Map({"title", "formats", "designs", "technologies", "workload", "baseline"});
  const std::filesystem::path folder = file.parent_path();
  SweepConfig config;
  config.file = file.string();
  config.title = map.At("title").Text();
  Catalogue catalogue;
  if (const auto* node = map.Find("formats")) ReadFormats(*node, folder, catalogue);
  for (const StrictNode& entry : map.At("designs").List()) {
    AppendDesigns(entry, catalogue, config.designs);
  }
  config.technologies = ReadTechnologies(map.At("technologies"), folder);
  if (const auto* node = map.Find("workload")) {
    config.workloads.push_back(ReadWorkload(*node));
  } else {
    config.workloads.emplace_back();
  }
  if (const auto* node = map.Find("baseline")) {
    config.baseline = FindBaseline(*node, catalogue, config.designs);
  }
  return config;
}

}  // namespace macroscope
