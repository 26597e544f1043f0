// The library that a netlist is mapped to: a user's Liberty files as one, without the cells
// not to be used.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "sim/base/cache.h"
#include "sim/netlist/liberty.h"

namespace macroscope {

struct CellLibrary {
  // As the tools read it: plain text, without the cells left out.
  std::shared_ptr<const Library> library;
  std::string source_file;  // Names of the user's files, without their folders: "a.lib, b.lib".
  std::string source_hash;  // Of their content.
};

// Unpacks, merges (sim/netlist/merged_liberty.h) and filters the files into the cache, if they need
// that, and reads the result. Libraries stay in memory: a second call with unchanged files is
// cheap. Throws BuildError.
CellLibrary OpenCellLibrary(const std::vector<std::string>& liberty,
                            const std::vector<std::string>& dont_use,
                            Cache& cache = Cache::Default());

}  // namespace macroscope
