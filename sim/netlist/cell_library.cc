#include "sim/netlist/cell_library.h"

#include <fmt/ranges.h>

#include <map>
#include <mutex>

#include "sim/base/build_error.h"
#include "sim/base/files.h"
#include "sim/netlist/merged_liberty.h"

namespace macroscope {
namespace fs = std::filesystem;

namespace {

std::string HashOfAll(const std::vector<std::string>& files) {
  if (files.empty()) throw BuildError("no Liberty file is named; a library has one at least");
  for (const fs::path file : files) {
    if (fs::is_regular_file(file)) continue;
    throw BuildError(
        fmt::format("{}: there is no such Liberty file; name one that exists (Debian's "
                    "qflow-tech-osu018 brings "
                    "/usr/share/qflow/tech/osu018/osu018_stdcells.lib)",
                    file.string()));
  }
  if (files.size() == 1) return HashFile(files[0]);
  KeyBuilder key;
  for (const std::string& file : files) key.Add("liberty", HashFile(file));
  return key.Hash();
}

}  // namespace

CellLibrary OpenCellLibrary(const std::vector<std::string>& files,
                            const std::vector<std::string>& dont_use, Cache& cache) {
  static std::mutex mutex;
  static std::map<std::string, CellLibrary> opened;
  const std::lock_guard lock(mutex);

  const std::string hash = HashOfAll(files);
  KeyBuilder key_builder;
  key_builder.Add("liberty", hash);
  for (const std::string& glob : dont_use) key_builder.Add("dont_use", glob);
  const std::string key = key_builder.Hash();
  const auto known = opened.find(key);
  if (known != opened.end()) return known->second;

  CellLibrary made;
  std::vector<std::string> names;
  for (const fs::path file : files) names.push_back(file.filename().string());
  made.source_file = fmt::format("{}", fmt::join(names, ", "));
  made.source_hash = hash;
  if (files.size() == 1 && !files[0].ends_with(".gz") && dont_use.empty()) {
    made.library = std::make_shared<Library>(files[0]);
  } else {
    const fs::path folder = cache.Get("liberty", key, [&](const fs::path& empty) {
      std::vector<std::unique_ptr<Library>> libraries;
      for (const std::string& file : files) libraries.push_back(std::make_unique<Library>(file));
      WriteFile(empty / "cells.lib", libraries.size() == 1 ? WithoutCells(*libraries[0], dont_use)
                                                           : MergedText(libraries, dont_use));
    });
    made.library = std::make_shared<Library>(folder / "cells.lib");
  }
  opened.emplace(key, made);
  return made;
}

}  // namespace macroscope
