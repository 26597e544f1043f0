#include "sim/config/format_row.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "sim/config/alternative_row.h"
#include "sim/config/block_row.h"
#include "sim/config/format_file.h"

namespace macroscope {
namespace {

// In the order of the enumerations.
const std::vector<std::string> kEncodings = {"unsigned", "twos_complement", "sign_magnitude"};
const std::vector<std::string> kSpecials = {"ieee", "top_code_nan", "none", "negative_zero_nan",
                                            "extended"};

template <typename Enum>
Enum Read(const StrictNode& node, const std::vector<std::string>& names) {
  const auto found = std::find(names.begin(), names.end(), node.OneOf(names));
  return static_cast<Enum>(found - names.begin());
}

int ReadInt(const StrictNode& node, int least, int most) {
  return static_cast<int>(node.Integer(least, most));
}

// A name must survive in "X,Y", "key=value", file names and file systems.
std::string ReadName(const StrictNode& node) {
  const std::string name = node.Text();
  const bool plain = std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
  });
  if (!plain || name[0] < 'a' || name[0] > 'z') {
    node.Fail("'" + name + "' is no name; expected lower-case letters, digits, '_' and '.', " +
              "a letter first");
  }
  return name;
}

Format ReadInteger(const StrictMap& map) {
  Format format;
  format.family = Family::kInteger;
  format.integer_width_bits = ReadInt(map.At("width_bits"), 2, 32);
  if (const auto* node = map.Find("encoding")) format.encoding = Read<Encoding>(*node, kEncodings);
  if (const auto* node = map.Find("point_bits")) format.point_bits = ReadInt(*node, -64, 64);
  return format;
}

Format ReadFloating(const StrictMap& map) {
  Format format;
  format.exponent_bits = ReadInt(map.At("exponent_bits"), 1, 11);
  format.fraction_bits = ReadInt(map.At("fraction_bits"), 0, 52);
  format.bias = (1 << (format.exponent_bits - 1)) - 1;
  if (const auto* node = map.Find("bias")) format.bias = ReadInt(*node, -4096, 4096);
  if (const auto* node = map.Find("specials")) format.specials = Read<Specials>(*node, kSpecials);
  if (const auto* node = map.Find("sign")) format.has_sign = node->Flag();
  if (const auto* node = map.Find("subnormals")) format.has_subnormals = node->Flag();
  if (const auto* node = map.Find("zero")) format.has_zero = node->Flag();
  return format;
}

Format ReadScalar(const StrictMap& map, const std::string& family) {
  Format format = family == "integer"    ? ReadInteger(map)
                  : family == "floating" ? ReadFloating(map)
                                         : ReadAlternativeRow(map, family);
  format.name = ReadName(map.At("name"));
  return format;
}

// Each key once, though several families may have it.
std::vector<std::string> With(std::vector<std::string> keys, const std::vector<std::string>& more) {
  for (const std::string& key : more) {
    if (std::ranges::find(keys, key) == keys.end()) keys.push_back(key);
  }
  return keys;
}

// The keys of a family's rows, besides `name` and `family`.
const std::vector<std::string>& FamilyKeys(const std::string& family) {
  static const std::vector<std::string> integer_keys = {"width_bits", "encoding", "point_bits"};
  static const std::vector<std::string> floating_keys = {
      "exponent_bits", "fraction_bits", "bias", "sign", "specials", "subnormals", "zero"};
  if (family == "integer") return integer_keys;
  if (family == "floating") return floating_keys;
  return family == "block" ? BlockRowKeys() : AlternativeRowKeys(family);
}

}  // namespace

void AddFormatRow(const StrictNode& row, Catalogue& catalogue) {
  static const std::vector<std::string> common_keys = {"name", "family"};
  static const std::vector<std::string> families =
      With({"integer", "floating", "block"}, AlternativeFamilies());
  // The family decides which keys there are, so it is read before they are checked.
  std::vector<std::string> all_keys = common_keys;
  for (const std::string& family : families) all_keys = With(all_keys, FamilyKeys(family));
  const std::string family = row.Map(all_keys).At("family").OneOf(families);
  const StrictMap map = row.Map(With(common_keys, FamilyKeys(family)));
  try {
    if (family == "block") {
      BlockFormat format = ReadBlockRow(map, catalogue);
      format.name = ReadName(map.At("name"));
      catalogue.AddBlock(std::move(format));
    } else {
      catalogue.Add(ReadScalar(map, family));
    }
  } catch (const std::invalid_argument& error) {
    row.Fail(error.what());
  }
}

void AddFormatList(const StrictNode& list, const std::filesystem::path& folder,
                   Catalogue& catalogue) {
  for (const StrictNode& node : list.List()) {
    if (node.is_map()) {
      AddFormatRow(node, catalogue);
      continue;
    }
    const std::filesystem::path file = folder / node.Text();
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) {
      node.Fail("'" + file.string() +
                "' does not exist; expected the path of a format file, relative to this one, or a "
                "format's own keys");
    }
    AddFormatFile(file, catalogue);
  }
}

void AddFormatFile(const std::filesystem::path& file, Catalogue& catalogue) {
  const StrictMap map = LoadYaml(file).Map({"formats"});
  for (const StrictNode& row : map.At("formats").List()) AddFormatRow(row, catalogue);
}

}  // namespace macroscope
