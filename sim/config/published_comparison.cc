#include "sim/config/published_comparison.h"

#include <algorithm>

#include "sim/base/paths.h"
#include "sim/config/design_keys.h"
#include "sim/config/strict_node.h"
#include "sim/config/suggest.h"

namespace macroscope {
namespace {

namespace fs = std::filesystem;

constexpr double kMostValue = 1e9;
constexpr int kMostTile = 1 << 20;

const std::vector<std::string>& QuantityNames() {
  static const std::vector<std::string> names = {"area_per_mac", "macs_per_area",
                                                 "elements_per_memory", "area_times_memory"};
  return names;
}

std::string TextOr(const StrictMap& map, const char* key, const std::string& otherwise) {
  const StrictNode* node = map.Find(key);
  return node == nullptr ? otherwise : node->Text();
}

DesignText ReadPattern(const StrictNode& node) {
  DesignText pattern;
  const StrictMap map = node.Map(DesignKeyNames());
  for (const StrictNode& value : map.entries()) {
    DesignField(pattern, value.where().key) = value.Text();
  }
  return pattern;
}

std::vector<ComparedDesign> ReadDesigns(const StrictNode& node) {
  std::vector<ComparedDesign> designs;
  for (const StrictNode& entry : node.List()) {
    const StrictMap map = entry.Map({"name", "is"});
    ComparedDesign design{map.At("name").Text(), {}};
    const StrictNode& is = map.At("is");
    for (const StrictNode& pattern : is.is_list() ? is.List() : std::vector{is}) {
      design.patterns.push_back(ReadPattern(pattern));
    }
    designs.push_back(std::move(design));
  }
  return designs;
}

// One of the designs, by its name.
std::string ReadName(const StrictNode& node, const std::vector<ComparedDesign>& designs) {
  std::vector<std::string> names;
  for (const ComparedDesign& design : designs) names.push_back(design.name);
  return node.OneOf(names);
}

ComparedQuantity ReadQuantity(const StrictNode& node, const std::vector<ComparedDesign>& designs) {
  const StrictMap map = node.Map({"key", "with", "over", "tile_elements", "word_bits"});
  ComparedQuantity quantity;
  quantity.key = map.At("key").Text();
  const std::string with = map.At("with").OneOf(QuantityNames());
  quantity.quantity =
      static_cast<Quantity>(std::ranges::find(QuantityNames(), with) - QuantityNames().begin());
  if (const auto* over = map.Find("over")) quantity.over = ReadName(*over, designs);
  if (map.Find("tile_elements") == nullptr && map.Find("word_bits") == nullptr) return quantity;
  quantity.tile_elements = static_cast<int>(map.At("tile_elements").Integer(1, kMostTile));
  quantity.word_bits = static_cast<int>(map.At("word_bits").Integer(1, kMostTile));
  return quantity;
}

ComparedRow ReadRow(const StrictNode& node, const PublishedComparison& file) {
  std::vector<std::string> keys = {"design", "over", "counts", "exactness", "as_printed",
                                   "cite",   "why",  "source", "parameters"};
  for (const ComparedQuantity& quantity : file.quantities) keys.push_back(quantity.key);
  const StrictMap map = node.Map(keys);
  ComparedRow row;
  row.design = ReadName(map.At("design"), file.designs);
  row.why = map.At("why").Text();
  row.counts = TextOr(map, "counts", "");
  row.exactness = TextOr(map, "exactness", file.exactness);
  row.cite = TextOr(map, "cite", file.cite);
  if (const auto* over = map.Find("over")) row.over = ReadName(*over, file.designs);
  for (const ComparedQuantity& quantity : file.quantities) {
    if (row.over.empty() && quantity.over.empty()) map.At("over");  // Throws: one must say it.
    const StrictNode* value = map.Find(quantity.key);
    row.values.push_back(value == nullptr ? std::nullopt
                                          : std::optional(value->Number(1e-9, kMostValue)));
  }
  return row;
}

RatioChart ReadChart(const StrictNode& node) {
  const StrictMap map = node.Map({"of", "over"});
  return {ReadPattern(map.At("of")), ReadPattern(map.At("over"))};
}

fs::path PathOf(const std::string& file) {
  return file.ends_with(".yaml") ? fs::path(file) : Home() / "published" / (file + ".yaml");
}

// Of all files in published/, in alphabetical order.
std::vector<std::string> NamesOfFiles() {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(Home() / "published", error)) {
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
  }
  std::ranges::sort(names);
  return names;
}

}  // namespace

const char* Name(Quantity quantity) {
  return QuantityNames()[static_cast<std::size_t>(quantity)].c_str();
}

const ComparedDesign& PublishedComparison::Find(const std::string& design) const {
  return *std::ranges::find(designs, design, &ComparedDesign::name);
}

std::optional<double> PublishedComparison::RelativeValue(const ComparedRow& row,
                                                         std::size_t quantity) const {
  const std::optional<double> value = row.values[quantity];
  if (!row.over.empty() || !value) return value;
  const auto reference = std::ranges::find(rows, quantities[quantity].over, &ComparedRow::design);
  if (reference == rows.end()) return value;
  const std::optional<double> one = reference->values[quantity];
  return one ? std::optional(*value / *one) : std::nullopt;
}

std::string FindComparison(const StrictNode& node, const fs::path& folder) {
  const std::string name = node.Text();
  const std::string file =
      name.ends_with(".yaml") ? (folder / name).lexically_normal().string() : name;
  if (fs::exists(PathOf(file))) return file;
  if (file != name) node.Fail("no file '" + file + "'; expected one of published figures");
  const std::vector<std::string> names = NamesOfFiles();
  node.Fail("no such figures, '" + name + "'; the names are " + NameList(names) +
            DidYouMean(name, names) + "; or a path that ends in .yaml");
}

PublishedComparison LoadComparison(const std::string& file) {
  const std::vector<StrictNode> documents = LoadYaml(PathOf(file)).List();
  const StrictNode& root = documents.front();
  if (documents.size() > 1) documents[1].Fail("a second entry; expected one in a file");
  if (!root.Has("compare")) {
    root.Fail(
        "no key 'compare', so these are figures of single designs; leave the file out of "
        "'published': reports set such figures beside their designs wherever they are");
  }
  const StrictMap map = root.Map({"id", "title", "source", "node", "conditions", "exactness",
                                  "units", "cite", "why_ours_differ", "designs", "compare", "chart",
                                  "rows", "text_claims", "derived", "sensitivities", "not_found"});
  PublishedComparison comparison;
  comparison.id = map.At("id").Text();
  comparison.title = map.At("title").Text();
  comparison.cite = TextOr(map, "cite", "");
  comparison.node = TextOr(map, "node", "");
  comparison.exactness = TextOr(map, "exactness", "");
  comparison.why = map.At("why_ours_differ").Text();
  comparison.designs = ReadDesigns(map.At("designs"));
  for (const StrictNode& node : map.At("compare").List()) {
    comparison.quantities.push_back(ReadQuantity(node, comparison.designs));
  }
  for (const StrictNode& node : map.At("rows").List()) {
    comparison.rows.push_back(ReadRow(node, comparison));
  }
  if (const auto* node = map.Find("chart")) comparison.chart = ReadChart(*node);
  return comparison;
}

}  // namespace macroscope
