// Loading what BuildRtl built.
#pragma once

#include <filesystem>

namespace macroscope {

// The address of `entry` in a shared object, which stays loaded. Throws BuildError.
void* LoadEntry(const std::filesystem::path& object, const char* entry);

}  // namespace macroscope
