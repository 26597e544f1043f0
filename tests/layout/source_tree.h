// The files of this repository, as the tests of its layout read them.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace macroscope {

struct SourceFile {
  std::string path;  // Relative to the repository, with '/'.
  std::vector<std::string> lines;

  std::string extension() const { return std::filesystem::path(path).extension().string(); }
  bool is_below(const std::string& folder) const { return path.starts_with(folder + "/"); }
};

inline SourceFile ReadSource(const std::filesystem::path& root, const std::string& path) {
  SourceFile file{.path = path, .lines = {}};
  std::ifstream stream(root / path);
  for (std::string line; std::getline(stream, line);) file.lines.push_back(line);
  return file;
}

// Every file but what git leaves out: results, builds, packages of npm.
inline const std::vector<SourceFile>& SourceTree() {
  static const std::vector<SourceFile> files = [] {
    namespace fs = std::filesystem;
    const fs::path root = MACROSCOPE_SOURCE_DIR;
    std::vector<SourceFile> found;
    for (auto entry = fs::recursive_directory_iterator(root);
         entry != fs::recursive_directory_iterator(); ++entry) {
      const std::string path = entry->path().lexically_relative(root).generic_string();
      const std::string name = entry->path().filename().string();
      if (entry->is_directory()) {
        const bool left_out = path == ".git" || path == "results" || path.starts_with("build") ||
                              name == "node_modules" || name == "__pycache__";
        if (left_out) entry.disable_recursion_pending();
      } else if (path != ".git") {  // A file, in a work tree of git's.
        found.push_back(ReadSource(root, path));
      }
    }
    return found;
  }();
  return files;
}

inline bool SourceExists(const std::string& path) {
  return std::filesystem::exists(std::filesystem::path(MACROSCOPE_SOURCE_DIR) / path);
}

}  // namespace macroscope
