// Content-addressed store of intermediate work: a folder a key, filled once, never half-written.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "sim/base/files.h"

namespace macroscope {

// Collects everything that can change an answer into one key.
class KeyBuilder {
 public:
  // Adds a labelled text; the order of calls matters.
  KeyBuilder& Add(std::string_view label, std::string_view text);
  // Adds the content of a file (not its path). Throws BuildError if it cannot be read.
  KeyBuilder& AddFile(std::string_view label, const std::filesystem::path& file);
  std::string Hash() const;  // 40 hexadecimal digits, SHA-1.

 private:
  std::string text_;
};

// The hash of a file's content, as KeyBuilder's. Throws BuildError.
std::string HashFile(const std::filesystem::path& file);

class Cache {
 public:
  // $MACROSCOPE_CACHE, else $XDG_CACHE_HOME/macroscope, else ~/.cache/macroscope.
  static Cache& Default();
  explicit Cache(std::filesystem::path root);

  // The folder of `kind`/`key`. If it is not there yet, calls `fill` with an empty temporary folder
  // and renames that into place, so that a folder under its key is always complete; of two threads
  // or processes that want the same key one fills and the other waits. What `fill` throws leaves
  // nothing behind; what a killed process left behind is removed by the next one that fills.
  // Throws BuildError on a full disk or an unwritable folder, naming it.
  std::filesystem::path Get(std::string_view kind, const std::string& key,
                            const std::function<void(const std::filesystem::path&)>& fill);
  bool Has(std::string_view kind, const std::string& key) const;
  const std::filesystem::path& root() const { return root_; }

 private:
  std::filesystem::path Folder(std::string_view kind, const std::string& key) const;

  std::filesystem::path root_;
};

}  // namespace macroscope
