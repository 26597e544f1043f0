// Reading text files that may be compressed.
#pragma once

#include <filesystem>
#include <string>

namespace macroscope {

// The content of a file, decompressed if it is a gzip file. Throws BuildError naming the file if it
// cannot be read or its compressed data end too early.
std::string ReadTextOrGzip(const std::filesystem::path& path);

}  // namespace macroscope
