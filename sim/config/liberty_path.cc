#include "sim/config/liberty_path.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <vector>

namespace macroscope {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> LibertyFolders() {
  std::vector<fs::path> folders;
  const char* list = std::getenv(kLibertyVariable);
  std::istringstream stream(list == nullptr ? "" : list);
  for (std::string folder; std::getline(stream, folder, ':');) {
    if (!folder.empty()) folders.emplace_back(folder);
  }
  return folders;
}

std::string Hint(const fs::path& name) {
  if (name.string().find("/share/qflow/") != std::string::npos) {
    return fmt::format("the Debian package qflow-tech-{} has it",
                       name.parent_path().filename().string());
  }
  if (name.is_absolute()) return "expected the path of a Liberty file";
  return fmt::format(
      "expected a Liberty file by its absolute path, its path relative to this file, or its name "
      "in a folder of the environment variable {}{}",
      kLibertyVariable,
      LibertyFolders().empty() ? ", which is not set (folders, separated by colons)" : "");
}

}  // namespace

fs::path FindLiberty(const StrictNode& node, const fs::path& folder) {
  const fs::path name = node.Text();
  std::vector<fs::path> places = {(folder / name).lexically_normal()};
  if (!name.is_absolute()) {
    for (const fs::path& other : LibertyFolders()) {
      places.push_back(fs::absolute(other / name).lexically_normal());
    }
  }
  std::vector<std::string> looked_at;
  for (const fs::path& place : places) {
    std::error_code ignored;
    if (fs::is_regular_file(place, ignored) && std::ifstream(place)) return place;
    const bool is_there = fs::exists(place, ignored);
    looked_at.push_back(
        fmt::format("'{}' {}", place.string(), is_there ? "cannot be read" : "does not exist"));
  }
  node.Fail(fmt::format("{}; {}", fmt::join(looked_at, ", "), Hint(name)));
}

}  // namespace macroscope
