#include "sim/config/sweep_config.h"

#include <algorithm>

#include "models/formats/catalogue.h"
#include "sim/config/design_list.h"
#include "sim/config/format_row.h"
#include "sim/config/published_comparison.h"
#include "sim/config/strict_node.h"
#include "sim/config/technology_file.h"
#include "sim/config/workload_keys.h"

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

std::vector<Workload> ReadAllWorkloads(const StrictMap& map, const std::filesystem::path& folder) {
  const auto* one = map.Find("workload");
  const auto* several = map.Find("workloads");
  if (one != nullptr && several != nullptr) {
    several->Fail("given beside workload; keep one of the two keys");
  }
  if (several != nullptr) return ReadWorkloads(*several, folder);
  if (one != nullptr) return {ReadWorkload(*one, folder)};
  return {Workload{}};
}

// Each is read, so that a mistake shows before the work.
std::vector<std::string> ReadPublished(const StrictNode& list,
                                       const std::filesystem::path& folder) {
  std::vector<std::string> files;
  for (const StrictNode& node : list.List()) {
    const std::string file = FindComparison(node, folder);
    if (std::ranges::find(files, file) != files.end()) {
      node.Fail("'" + file + "' is in the list already; expected each once");
    }
    LoadComparison(file);
    files.push_back(file);
  }
  return files;
}

}  // namespace

SweepConfig LoadSweep(const std::filesystem::path& file,
                      const std::optional<std::vector<Technology>>& technologies) {
  const StrictMap map =
      LoadYaml(file).Map({"title", "formats", "designs", "technologies", "workload", "workloads",
                          "registers", "baseline", "published"});
  const std::filesystem::path folder = file.parent_path();
  SweepConfig config;
  config.file = file.string();
  config.title = map.At("title").Text();
  Catalogue catalogue;
  if (const auto* node = map.Find("formats")) AddFormatList(*node, folder, catalogue);
  for (const StrictNode& entry : map.At("designs").List()) {
    AppendDesigns(entry, catalogue, config.designs);
  }
  const StrictNode& named = map.At("technologies");
  config.technologies = technologies ? *technologies : ReadTechnologies(named, folder);
  config.workloads = ReadAllWorkloads(map, folder);
  if (const auto* node = map.Find("registers")) {
    config.counts_registers = node->OneOf({"counted", "left_out"}) == "counted";
  }
  if (const auto* node = map.Find("baseline")) {
    config.baseline = FindBaseline(*node, catalogue, config.designs);
  }
  if (const auto* node = map.Find("published")) config.published = ReadPublished(*node, folder);
  return config;
}

}  // namespace macroscope
