#include "sim/base/paths.h"

#include <cstdlib>

namespace macroscope {

const std::filesystem::path& Home() {
  static const std::filesystem::path home = [] {
    const char* chosen = std::getenv("MACROSCOPE_HOME");
    return std::filesystem::path(chosen != nullptr && *chosen != '\0' ? chosen
                                                                      : MACROSCOPE_SOURCE_DIR);
  }();
  return home;
}

}  // namespace macroscope
