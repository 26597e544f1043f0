// Where the sources that macroscope builds from are: rtl/, configs/.
#pragma once

#include <filesystem>

namespace macroscope {

// $MACROSCOPE_HOME, else the source tree that this binary was built from.
const std::filesystem::path& Home();
inline std::filesystem::path RtlFolder() { return Home() / "rtl"; }

}  // namespace macroscope
