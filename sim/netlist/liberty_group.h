// The Liberty syntax and nothing of its meaning: groups, attributes, lines. What the file says
// stays reachable for whoever needs more than sim/netlist/liberty.h takes out of it (delay and
// power tables).
//
//   type (argument, argument) {      a group
//     name : value ;                 a simple attribute
//     name (value, value) ;          a complex attribute
//   }
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace macroscope {

// Values are without their quotes. A quoted value that continues on the next line still holds the
// backslash and the line's end.
struct LibertyAttribute {
  std::string_view name;
  std::vector<std::string_view> values;  // One for a simple attribute.
  int line = 0;
};

struct LibertyGroup {
  std::string_view type;
  std::vector<std::string_view> arguments;
  int line = 0;
  std::string_view text;  // From the type to the closing brace.
  std::vector<LibertyAttribute> attributes;
  std::vector<LibertyGroup> groups;

  // The first attribute of that name, or nullptr.
  const LibertyAttribute* Find(std::string_view name) const;
  // Its first value, or "".
  std::string_view Value(std::string_view name) const;
  // The first group of that type, or nullptr.
  const LibertyGroup* FindGroup(std::string_view type) const;
  // Its first argument, or "".
  std::string_view Name() const { return arguments.empty() ? std::string_view() : arguments[0]; }
};

// A Liberty file's text and what it parses to. Cannot move: the groups refer to the text.
class LibertyFile {
 public:
  // Reads plain or gzip text. Throws BuildError `file:line: what; what would be right`.
  explicit LibertyFile(const std::filesystem::path& path);
  LibertyFile(const LibertyFile&) = delete;
  LibertyFile& operator=(const LibertyFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  std::string_view text() const { return text_; }
  const LibertyGroup& library() const { return library_; }

 private:
  std::filesystem::path path_;
  std::string text_;
  LibertyGroup library_;
};

}  // namespace macroscope
