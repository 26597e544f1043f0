#include "sim/netlist/gzip_file.h"

#include <fmt/format.h>
#include <zlib.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

#include "sim/base/build_error.h"

namespace macroscope {
namespace {

struct Close {
  void operator()(gzFile file) const { gzclose(file); }
};

}  // namespace

std::string ReadTextOrGzip(const std::filesystem::path& path) {
  if (std::filesystem::is_directory(path)) {
    throw BuildError(
        fmt::format("{}: is a folder; a file is expected, plain or gzip", path.string()));
  }
  errno = 0;
  // zlib hands a file that is not compressed through as it is.
  std::unique_ptr<gzFile_s, Close> file(gzopen(path.c_str(), "rb"));
  if (!file) {
    throw BuildError(fmt::format("{}: cannot be read: {}; name a file that exists and is readable",
                                 path.string(), std::strerror(errno)));
  }
  gzbuffer(file.get(), 1 << 18);
  std::string text;
  std::array<char, 1 << 16> block;
  int count = 0;
  while ((count = gzread(file.get(), block.data(), block.size())) > 0) {
    text.append(block.data(), static_cast<std::size_t>(count));
  }
  int error = Z_OK;
  const char* reason = gzerror(file.get(), &error);
  if (count < 0 || (error != Z_OK && error != Z_STREAM_END)) {
    throw BuildError(fmt::format("{}: cannot be decompressed: {}; the file is cut short or damaged",
                                 path.string(), reason));
  }
  return text;
}

}  // namespace macroscope
