#include "sim/base/rtl_files.h"

#include "sim/base/paths.h"

namespace macroscope {

namespace fs = std::filesystem;

std::vector<fs::path> RtlFiles(const RtlDescription& rtl) {
  std::vector<fs::path> files;
  // Modules of tables need nothing of the others.
  for (const GeneratedSource& source : rtl.generated) {
    const std::string key = KeyBuilder().Add(source.name, source.text).Hash();
    const fs::path folder = Cache::Default().Get(
        "table", key, [&](const fs::path& place) { WriteFile(place / source.name, source.text); });
    files.push_back(fs::absolute(folder / source.name));
  }
  for (const std::string& source : rtl.sources) {
    files.push_back(fs::absolute(RtlFolder() / source));
  }
  return files;
}

void AddRtlFiles(const RtlDescription& rtl, KeyBuilder& key) {
  for (const GeneratedSource& source : rtl.generated) key.Add(source.name, source.text);
  for (const std::string& source : rtl.sources) key.AddFile(source, RtlFolder() / source);
}

}  // namespace macroscope
