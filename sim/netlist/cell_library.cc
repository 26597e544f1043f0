#include "sim/netlist/cell_library.h"

#include <fmt/ranges.h>

#include <map>
#include <mutex>

#include "sim/base/build_error.h"
#include "sim/base/files.h"

namespace macroscope {
namespace fs = std::filesystem;

CellLibrary OpenCellLibrary(const std::vector<std::string>& files,
                            const std::vector<std::string>& dont_use, Cache& cache) {
  static std::mutex mutex;
  static std::map<std::string, CellLibrary> opened;
  const std::lock_guard lock(mutex);

  if (files.size() != 1) throw BuildError("one Liberty file is expected");
  const fs::path liberty = files[0];
  if (!fs::is_regular_file(liberty)) {
    throw BuildError(
        fmt::format("{}: there is no such Liberty file; name one that exists (Debian's "
                    "qflow-tech-osu018 brings "
                    "/usr/share/qflow/tech/osu018/osu018_stdcells.lib)",
                    liberty.string()));
  }
  const std::string hash = HashFile(liberty);
  const std::string key = KeyBuilder()
                              .Add("liberty", hash)
                              .Add("dont_use", fmt::format("{}", fmt::join(dont_use, " ")))
                              .Hash();
  const auto known = opened.find(key);
  if (known != opened.end()) return known->second;

  CellLibrary made;
  made.source_file = liberty.filename().string();
  made.source_hash = hash;
  if (liberty.extension() != ".gz" && dont_use.empty()) {
    made.library = std::make_shared<Library>(liberty);
  } else {
    const fs::path folder = cache.Get("liberty", key, [&](const fs::path& empty) {
      WriteFile(empty / "cells.lib", WithoutCells(Library(liberty), dont_use));
    });
    made.library = std::make_shared<Library>(folder / "cells.lib");
  }
  opened.emplace(key, made);
  return made;
}

}  // namespace macroscope
