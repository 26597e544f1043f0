#include "sim/config/technology_file.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "sim/base/paths.h"
#include "sim/config/liberty_path.h"
#include "sim/config/strict_node.h"
#include "sim/config/suggest.h"

namespace macroscope {
namespace {

constexpr double kMostWireFf = 1e9;

std::filesystem::path Folder() { return Home() / "configs" / "technologies"; }

// One path or a list of them.
std::vector<std::string> ReadLiberty(const StrictNode& node, const std::filesystem::path& folder) {
  std::vector<std::string> files;
  for (const StrictNode& file : node.is_list() ? node.List() : std::vector{node}) {
    const std::string found = FindLiberty(file, folder).string();
    if (std::ranges::find(files, found) != files.end()) {
      file.Fail("'" + found + "' is in the list already; expected each once");
    }
    files.push_back(found);
  }
  return files;
}

WireModel ReadWire(const StrictNode& node) {
  const StrictMap map = node.Map({"per_net_ff", "per_fanout_ff"});
  WireModel wire;
  if (const auto* load = map.Find("per_net_ff")) wire.per_net_ff = load->Number(0, kMostWireFf);
  if (const auto* load = map.Find("per_fanout_ff"))
    wire.per_fanout_ff = load->Number(0, kMostWireFf);
  return wire;
}

std::vector<std::string> ReadRecipe(const StrictNode& node) {
  const std::vector<std::string> names(std::begin(kEffortNames), std::end(kEffortNames));
  std::vector<std::string> recipe;
  for (const StrictNode& level : node.List()) {
    recipe.push_back(level.OneOf(names));
    if (std::ranges::count(recipe, recipe.back()) > 1) {
      level.Fail("'" + recipe.back() + "' is in the list already; expected each once");
    }
  }
  return recipe;
}

Technology ReadTechnology(const std::filesystem::path& file) {
  const StrictNode root = LoadYaml(file);
  const StrictMap all = root.Map({"name", "model", "liberty", "corner", "supply_v", "wire",
                                  "nand2_area_um2", "dont_use", "clock_period_ps", "recipe"});
  Technology technology;
  technology.file = file.string();
  technology.name = all.At("name").Text();
  technology.model = all.At("model").OneOf({"gates", "synthesis"});
  if (technology.model == "gates") {
    root.Map({"name", "model"});  // Whatever concerns a library has no meaning here.
    return technology;
  }
  technology.liberty =
      ReadLiberty(all.At("liberty"), std::filesystem::absolute(file).parent_path());
  if (const auto* node = all.Find("corner")) technology.corner = node->Text();
  if (const auto* node = all.Find("supply_v")) technology.supply_v = node->PositiveNumber();
  if (const auto* node = all.Find("wire")) technology.wire = ReadWire(*node);
  if (const auto* node = all.Find("nand2_area_um2")) {
    technology.nand2_area_um2 = node->PositiveNumber();
  }
  if (const auto* node = all.Find("dont_use")) {
    for (const StrictNode& cell : node->List()) technology.dont_use.push_back(cell.Text());
  }
  if (const auto* node = all.Find("clock_period_ps")) {
    technology.clock_period_ps = node->PositiveNumber();
  }
  if (const auto* node = all.Find("recipe")) technology.recipe = ReadRecipe(*node);
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
    throw ConfigError(where, "unknown technology '" + name + "'; the names are " + NameList(names) +
                                 ", or write the path of a file" + DidYouMean(name, names));
  }
  return ReadTechnology(file);
}

Technology LibertyTechnology(const std::filesystem::path& liberty, const Where& where) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(liberty, ignored) || !std::ifstream(liberty)) {
    throw ConfigError(
        where, "'" + liberty.string() + "' cannot be read; expected the path of a Liberty file");
  }
  Technology technology;
  const std::filesystem::path name = liberty.filename();
  technology.name = (name.extension() == ".gz" ? name.stem() : name).stem().string();
  technology.model = "synthesis";
  technology.liberty = {std::filesystem::absolute(liberty).lexically_normal().string()};
  technology.file = liberty.string();
  return technology;
}

}  // namespace macroscope
