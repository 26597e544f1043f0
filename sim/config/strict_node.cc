#include "sim/config/strict_node.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstring>
#include <fstream>
#include <sstream>
#include <utility>

#include "sim/config/suggest.h"

namespace macroscope {
namespace {

int Line(const YAML::Node& node, int otherwise) {
  const int line = node.Mark().line;  // From 0; -1 where the node stands for nothing written.
  return line < 0 ? otherwise : line + 1;
}

const char* TypeName(const YAML::Node& node) {
  if (node.IsMap()) return "a map";
  if (node.IsSequence()) return "a list";
  return node.IsScalar() ? "a single value" : "nothing";
}

template <typename T>
bool ParseWhole(const std::string& text, T& value) {
  const char* end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, value);
  return error == std::errc() && rest == end;
}

}  // namespace

StrictNode::StrictNode(YAML::Node node, Where where) : node_(node), where_(std::move(where)) {}

bool StrictNode::Has(const std::string& key) const { return node_.IsMap() && node_[key]; }

void StrictNode::Fail(const std::string& message) const { throw ConfigError(where_, message); }

const std::string& StrictNode::Scalar(const char* expected) const {
  if (!node_.IsScalar()) {
    Fail(std::string("wrong type, ") + TypeName(node_) + "; expected " + expected);
  }
  if (node_.Scalar().empty()) Fail(std::string("empty; expected ") + expected);
  return node_.Scalar();
}

std::string StrictNode::Text() const { return Scalar("a single value"); }

bool StrictNode::Flag() const {
  const std::string& text = Scalar("true or false");
  if (text != "true" && text != "false") Fail("wrong type, '" + text + "'; expected true or false");
  return text == "true";
}

std::int64_t StrictNode::Integer(std::int64_t least, std::int64_t most) const {
  const std::string expected =
      "an integer from " + std::to_string(least) + " to " + std::to_string(most);
  const std::string& text = Scalar(expected.c_str());
  std::int64_t value = 0;
  if (!ParseWhole(text, value)) Fail("wrong type, '" + text + "'; expected " + expected);
  if (value < least || value > most) Fail(text + " is out of range; expected " + expected);
  return value;
}

std::uint64_t StrictNode::Unsigned() const {
  const char* expected = "an integer from 0 to 2^64 - 1";
  const std::string& text = Scalar(expected);
  std::uint64_t value = 0;
  if (!ParseWhole(text, value)) Fail("wrong type, '" + text + "'; expected " + expected);
  return value;
}

double StrictNode::PositiveNumber() const {
  const char* expected = "a number above 0";
  const std::string& text = Scalar(expected);
  double value = 0;
  if (!ParseWhole(text, value)) Fail("wrong type, '" + text + "'; expected " + expected);
  if (!std::isfinite(value) || value <= 0) Fail(text + " is out of range; expected " + expected);
  return value;
}

double StrictNode::Number(double least, double most) const {
  const std::string expected = fmt::format("a number from {} to {}", least, most);
  const std::string& text = Scalar(expected.c_str());
  double value = 0;
  if (!ParseWhole(text, value)) Fail("wrong type, '" + text + "'; expected " + expected);
  // Not a number is in no range.
  if (!(value >= least && value <= most)) Fail(text + " is out of range; expected " + expected);
  return value;
}

std::string StrictNode::OneOf(const std::vector<std::string>& names) const {
  const std::string& text = Scalar(("one of " + NameList(names)).c_str());
  if (std::find(names.begin(), names.end(), text) == names.end()) {
    Fail("unknown name '" + text + "'; the names are " + NameList(names) + DidYouMean(text, names));
  }
  return text;
}

std::vector<StrictNode> StrictNode::List() const {
  if (!node_.IsSequence()) {
    Fail(std::string("wrong type, ") + TypeName(node_) + "; expected a list: [...]");
  }
  if (node_.size() == 0) Fail("an empty list; expected at least one element");
  std::vector<StrictNode> elements;
  for (const YAML::Node& element : node_) {
    elements.emplace_back(element, Where{where_.file, Line(element, where_.line), where_.key});
  }
  return elements;
}

StrictMap StrictNode::Map(const std::vector<std::string>& known_keys) const {
  const std::string keys = "the keys here are " + NameList(known_keys);
  if (!node_.IsMap())
    Fail(std::string("wrong type, ") + TypeName(node_) + "; expected a map; " + keys);
  StrictMap map;
  map.where_ = where_;
  for (const auto& pair : node_) {
    Where where{where_.file, Line(pair.first, where_.line), ""};
    if (!pair.first.IsScalar()) throw ConfigError(where, "a key that is no name; " + keys);
    where.key = pair.first.Scalar();
    if (std::find(known_keys.begin(), known_keys.end(), where.key) == known_keys.end()) {
      throw ConfigError(where, "unknown key; " + keys + DidYouMean(where.key, known_keys));
    }
    if (const StrictNode* first = map.Find(where.key)) {
      throw ConfigError(where, "given twice, first in line " + std::to_string(first->where().line) +
                                   "; keep one of them");
    }
    map.entries_.emplace_back(pair.second, where);
  }
  return map;
}

const StrictNode* StrictMap::Find(const std::string& key) const {
  for (const StrictNode& entry : entries_) {
    if (entry.where().key == key) return &entry;
  }
  return nullptr;
}

const StrictNode& StrictMap::At(const std::string& key) const {
  const StrictNode* entry = Find(key);
  if (entry == nullptr) {
    throw ConfigError({where_.file, where_.line, key}, "missing key; it must be given here");
  }
  return *entry;
}

StrictNode LoadYaml(const std::filesystem::path& file) {
  const Where where{file.string(), 0, ""};
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) {
    throw ConfigError(where, "is a folder; expected a YAML file");
  }
  std::ifstream stream(file);
  std::ostringstream content;
  if (!stream || !(content << stream.rdbuf())) {
    const bool empty = stream.is_open() && !stream.bad();
    throw ConfigError(where, empty ? "is empty; expected a YAML map"
                                   : std::string("cannot be read: ") + std::strerror(errno));
  }
  try {
    const std::vector<YAML::Node> documents = YAML::LoadAll(content.str());
    if (documents.size() != 1) {
      throw ConfigError(
          where, "holds " + std::to_string(documents.size()) + " YAML documents; expected one");
    }
    return StrictNode(documents[0], {where.file, Line(documents[0], 1), ""});
  } catch (const YAML::Exception& error) {
    throw ConfigError({where.file, error.mark.line + 1, ""}, "not valid YAML: " + error.msg);
  }
}

}  // namespace macroscope
