#include "sim/base/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstring>

#include "sim/base/build_error.h"

namespace macroscope {
namespace {

[[noreturn]] void Fail(const char* verb, const std::filesystem::path& path, int error) {
  throw BuildError(fmt::format("cannot {} {}: {}", verb, path.string(), std::strerror(error)));
}

}  // namespace

std::string ReadFile(const std::filesystem::path& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) Fail("read", path, errno);
  std::string content;
  char block[65536];
  for (;;) {
    const ssize_t count = read(file, block, sizeof block);
    if (count > 0) {
      content.append(block, static_cast<std::size_t>(count));
    } else if (count == 0) {
      break;
    } else if (errno != EINTR) {
      const int error = errno;
      close(file);
      Fail("read", path, error);
    }
  }
  close(file);
  return content;
}

void WriteFile(const std::filesystem::path& path, std::string_view content) {
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) Fail("write", path, errno);
  int error = 0;
  while (!content.empty() && error == 0) {
    const ssize_t count = write(file, content.data(), content.size());
    if (count >= 0) {
      content.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno != EINTR) {
      error = errno;
    }
  }
  // Some file systems report a full disk only here.
  if (close(file) != 0 && error == 0) error = errno;
  if (error != 0) {
    unlink(path.c_str());
    Fail("write", path, error);
  }
}

void WriteFileAtomically(const std::filesystem::path& path, std::string_view content) {
  static std::atomic<unsigned> counter = 0;
  std::filesystem::path temporary = path;
  temporary += fmt::format(".{}-{}.tmp", getpid(), counter++);
  WriteFile(temporary, content);
  if (rename(temporary.c_str(), path.c_str()) != 0) {
    const int error = errno;
    unlink(temporary.c_str());
    Fail("write", path, error);
  }
}

}  // namespace macroscope
