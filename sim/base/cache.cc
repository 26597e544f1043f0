#include "sim/base/cache.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <boost/uuid/detail/sha1.hpp>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <system_error>

#include "sim/base/build_error.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

std::string Sha1(std::string_view text) {
  boost::uuids::detail::sha1 sha1;
  sha1.process_bytes(text.data(), text.size());
  boost::uuids::detail::sha1::digest_type digest;
  sha1.get_digest(digest);
  std::string hex;
  for (const unsigned int word : digest) hex += fmt::format("{:08x}", word);
  return hex;
}

[[noreturn]] void Fail(const fs::path& path, const std::string& reason) {
  throw BuildError(fmt::format(
      "cannot fill the cache at {}: {}; make room or name another folder in MACROSCOPE_CACHE",
      path.string(), reason));
}

// An exclusive lock on a file, which the kernel releases however the process ends.
class FileLock {
 public:
  // With `wait` false, does not wait for another owner; then locked() may be false.
  FileLock(fs::path path, bool wait) : path_(std::move(path)) {
    for (;;) {
      file_ = open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
      if (file_ < 0) Fail(path_, std::strerror(errno));
      int result;
      while ((result = flock(file_, wait ? LOCK_EX : LOCK_EX | LOCK_NB)) != 0 && errno == EINTR) {
      }
      if (result == 0 && StillNamed()) return;
      const int error = errno;
      close(file_);
      file_ = -1;
      if (result == 0) continue;  // The previous owner removed it while we waited.
      if (error == EWOULDBLOCK && !wait) return;
      Fail(path_, std::strerror(error));
    }
  }
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;
  ~FileLock() {
    if (file_ < 0) return;
    unlink(path_.c_str());
    close(file_);
  }
  bool locked() const { return file_ >= 0; }

 private:
  bool StillNamed() const {
    struct stat held, named;
    return fstat(file_, &held) == 0 && stat(path_.c_str(), &named) == 0 &&
           held.st_ino == named.st_ino && held.st_dev == named.st_dev;
  }

  fs::path path_;
  int file_ = -1;
};

constexpr std::string_view kTemporary = ".tmp";

// Removes the temporary folders whose process is gone: nobody holds the lock of their key.
void RemoveStale(const fs::path& folder) {
  std::error_code ignored;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, ignored)) {
    const std::string name = entry.path().filename().string();
    const std::size_t dot = name.find(kTemporary);
    if (dot == std::string::npos) continue;
    const FileLock lock(folder / (name.substr(0, dot) + ".lock"), /*wait=*/false);
    if (lock.locked()) fs::remove_all(entry.path(), ignored);
  }
}

}  // namespace

KeyBuilder& KeyBuilder::Add(std::string_view label, std::string_view text) {
  // The sizes keep ("ab", "c") apart from ("a", "bc").
  text_ += fmt::format("{} {} {} {}\n", label.size(), label, text.size(), text);
  return *this;
}

KeyBuilder& KeyBuilder::AddFile(std::string_view label, const fs::path& file) {
  return Add(label, HashFile(file));
}

std::string KeyBuilder::Hash() const { return Sha1(text_); }

std::string HashFile(const fs::path& file) { return Sha1(ReadFile(file)); }

Cache& Cache::Default() {
  static Cache cache = [] {
    const auto variable = [](const char* name) {
      const char* value = std::getenv(name);
      return fs::path(value == nullptr ? "" : value);
    };
    if (!variable("MACROSCOPE_CACHE").empty()) return Cache(variable("MACROSCOPE_CACHE"));
    if (!variable("XDG_CACHE_HOME").empty())
      return Cache(variable("XDG_CACHE_HOME") / "macroscope");
    if (!variable("HOME").empty()) return Cache(variable("HOME") / ".cache/macroscope");
    return Cache(fs::temp_directory_path() / "macroscope");
  }();
  return cache;
}

Cache::Cache(fs::path root) : root_(fs::absolute(root)) {}

fs::path Cache::Folder(std::string_view kind, const std::string& key) const {
  return root_ / kind / key;
}

bool Cache::Has(std::string_view kind, const std::string& key) const {
  std::error_code ignored;
  return fs::is_directory(Folder(kind, key), ignored);
}

fs::path Cache::Get(std::string_view kind, const std::string& key,
                    const std::function<void(const fs::path&)>& fill) {
  const fs::path place = Folder(kind, key);
  if (Has(kind, key)) return place;
  std::error_code error;
  fs::create_directories(place.parent_path(), error);
  if (error) Fail(place.parent_path(), error.message());
  RemoveStale(place.parent_path());

  const FileLock lock(place.string() + ".lock", /*wait=*/true);
  if (Has(kind, key)) return place;
  // A name of its own each time: an orphaned compiler of a killed process may still be writing.
  std::string temporary = place.string() + std::string(kTemporary) + "XXXXXX";
  if (mkdtemp(temporary.data()) == nullptr) Fail(temporary, std::strerror(errno));
  try {
    fill(temporary);
    chmod(temporary.c_str(), 0755);
    fs::rename(temporary, place);
  } catch (const fs::filesystem_error& failure) {
    fs::remove_all(temporary, error);
    Fail(failure.path1().empty() ? fs::path(temporary) : failure.path1(), failure.code().message());
  } catch (...) {
    fs::remove_all(temporary, error);
    throw;
  }
  return place;
}

}  // namespace macroscope
