// Reading and writing whole files, with one clear error.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace macroscope {

// The whole content. Throws BuildError naming the file and the reason.
std::string ReadFile(const std::filesystem::path& path);

// Writes the file in place. Throws BuildError (full disk, no right), naming file and reason.
void WriteFile(const std::filesystem::path& path, std::string_view content);

// Writes a file beside `path` and renames it into place, so that a reader sees the old content or
// the new, never half of it. Throws BuildError.
void WriteFileAtomically(const std::filesystem::path& path, std::string_view content);

}  // namespace macroscope
