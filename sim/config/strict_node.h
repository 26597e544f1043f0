// YAML read strictly: every value is asked for by its type, every key of a map must be known, and
// every error names file, line and key. Only the readers of this folder include it.
#pragma once

#include <yaml-cpp/yaml.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "sim/config/config_error.h"

namespace macroscope {

class StrictMap;

// A value and the place where it stands.
class StrictNode {
 public:
  StrictNode(YAML::Node node, Where where);

  bool is_list() const { return node_.IsSequence(); }
  bool is_map() const { return node_.IsMap(); }
  bool Has(const std::string& key) const;  // Is a map that has this key.
  const Where& where() const { return where_; }

  // Each throws ConfigError if the value is of another type or out of range.
  std::string Text() const;  // Not empty.
  bool Flag() const;         // true or false
  std::int64_t Integer(std::int64_t least, std::int64_t most) const;
  std::uint64_t Unsigned() const;
  double PositiveNumber() const;
  double Number(double least, double most) const;
  std::string OneOf(const std::vector<std::string>& names) const;
  std::vector<StrictNode> List() const;  // Not empty. Elements keep the list's key.
  // A map that has no other keys than these.
  StrictMap Map(const std::vector<std::string>& known_keys) const;

  [[noreturn]] void Fail(const std::string& message) const;

 private:
  const std::string& Scalar(const char* expected) const;

  YAML::Node node_;
  Where where_;
};

class StrictMap {
 public:
  // In the order of the file.
  const std::vector<StrictNode>& entries() const { return entries_; }
  const Where& where() const { return where_; }

  const StrictNode* Find(const std::string& key) const;
  const StrictNode& At(const std::string& key) const;  // Throws ConfigError if it is missing.

 private:
  friend class StrictNode;
  Where where_;
  std::vector<StrictNode> entries_;
};

// The one document of a file. Throws ConfigError if the file cannot be read or is no YAML.
StrictNode LoadYaml(const std::filesystem::path& file);

}  // namespace macroscope
