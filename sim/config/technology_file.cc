#include "sim/config/technology_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "sim/base/paths.h"
#include "sim/config/strict_node.h"
#include "sim/config/suggest.h"

namespace macroscope {
namespace {

std::filesystem::path Folder() { return Home() / "configs" / "technologies"; }

std::string ReadLiberty(const StrictNode& node, const std::filesystem::path& folder) {
  const std::filesystem::path path = (folder / node.Text()).lexically_normal();
  std::error_code ignored;
  if (std::filesystem::is_regular_file(path, ignored) && std::ifstream(path)) return path.string();
  std::string hint = "expected a Liberty file, its path relative to this file or absolute";
  if (path.string().find("/share/qflow/") != std::string::npos) {
    hint = "the Debian package qflow-tech-" + path.parent_path().filename().string() + " has it";
  }
  node.Fail(fmt::format("'{}' cannot be read; {}", path.string(), hint));
}

Technology ReadTechnology(const std::filesystem::path& file) {
  const StrictNode root = LoadYaml(file);
  const StrictMap all = root.Map({"name", "model", "liberty", "nand2_area_um2", "dont_use"});
  Technology technology;
  technology.file = file.string();
  technology.name = all.At("name").Text();
  technology.model = all.At("model").OneOf({"gates", "synthesis"});
  if (technology.model == "gates") {
    root.Map({"name", "model"});  // Whatever concerns a library has no meaning here.
    return technology;
  }
  technology.liberty = {
      ReadLiberty(all.At("liberty"), std::filesystem::absolute(file).parent_path())};
  if (const auto* node = all.Find("nand2_area_um2")) {
    technology.nand2_area_um2 = node->PositiveNumber();
  }
  if (const auto* node = all.Find("dont_use")) {
    for (const StrictNode& cell : node->List()) technology.dont_use.push_back(cell.Text());
  }
  return technology;
}

}  // namespace

std::vector<std::string> TechnologyNames() {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(Folder(), ignored)) {
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

Technology LoadTechnology(const std::string& name, const std::filesystem::path& folder,
                          const Where& where) {
  const bool is_path = name.find('/') != std::string::npos || name.ends_with(".yaml");
  const std::filesystem::path file = is_path ? folder / name : Folder() / (name + ".yaml");
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    const std::vector<std::string> names = TechnologyNames();
    throw ConfigError(where, "unknown technology '" + name + "'; the names are " + Join(names) +
                                 ", or write the path of a file" + DidYouMean(name, names));
  }
  return ReadTechnology(file);
}

}  // namespace macroscope
