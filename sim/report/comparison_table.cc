// Published costs of designs relative to one another, ours beside them.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "models/design/text_tools.h"
#include "sim/config/design_keys.h"
#include "sim/report/comparison.h"
#include "sim/report/numbers.h"

namespace macroscope {
namespace {

const char* TitleOf(Quantity quantity) {
  switch (quantity) {
    case Quantity::kAreaPerMac:
      return "area of a MAC";
    case Quantity::kMacsPerArea:
      return "MACs to an area";
    case Quantity::kElementsPerMemory:
      return "elements to a memory";
    case Quantity::kAreaTimesMemory:
      return "area of a MAC × memory";
  }
  return "";
}

// "fp8_e4m3 → fixed+12, 1 lane".
std::string PatternText(const DesignText& pattern) {
  std::string text = pattern.operands;
  if (!pattern.accumulator.empty()) text += " → " + pattern.accumulator;
  for (const DesignKeyInfo& key : DesignKeys()) {
    const std::string& value = pattern.*key.field;
    if (value.empty() || key.name == "operands" || key.name == "accumulator") continue;
    if (!text.empty()) text += ", ";
    if (key.name == "lanes") {
      text += LanesText(value);
    } else {
      text += (key.name == "unit" ? "" : key.name + " ") + value;
    }
  }
  return text;
}

std::string DesignName(const ComparedDesign& design) {
  std::string text;
  for (const DesignText& pattern : design.patterns) {
    text += (text.empty() ? "" : " or ") + PatternText(pattern);
  }
  return design.patterns.size() == 1 ? text : "the costliest of " + text;
}

std::string Theirs(const PublishedComparison& published, const ComparedRow& row,
                   std::size_t quantity) {
  const auto relative = published.RelativeValue(row, quantity);
  if (!relative) return "";
  const double printed = *row.values[quantity];
  return *relative == printed ? Ratio(relative) : fmt::format("{} ({})", Ratio(relative), printed);
}

// Whether Theirs has any.
bool HasBrackets(const PublishedComparison& published) {
  for (const ComparedRow& row : published.rows) {
    for (std::size_t i = 0; i < row.values.size(); ++i) {
      if (published.RelativeValue(row, i) != row.values[i]) return true;
    }
  }
  return false;
}

std::string Difference(std::optional<double> theirs, std::optional<double> ours) {
  if (!theirs || !ours) return "";
  const double percent = std::round(100 * (*ours / *theirs - 1));
  return percent == 0 ? "0 %" : fmt::format("{:+.0f} %", percent);
}

// What it says of one row and not of all.
std::string WhatIsCounted(const PublishedComparison& published, const ComparedRow& row) {
  std::string text = row.counts;
  for (const auto& [own, all] :
       {std::pair(&row.exactness, &published.exactness), std::pair(&row.cite, &published.cite)}) {
    if (own->empty() || *own == *all) continue;
    text += (text.empty() ? "" : "; ") + *own;
  }
  return text;
}

void AddQuantity(const PublishedComparison& published, std::size_t quantity, const Pivot& pivot,
                 std::size_t technology, Table& table) {
  const ComparedQuantity& compared = published.quantities[quantity];
  std::string heading = TitleOf(compared.quantity);
  if (!compared.over.empty()) heading += ", " + compared.over + " = 1";
  for (const char* title : {"published", "ours", "differs"}) {
    table.columns.push_back({title, true, heading});
  }
  for (std::size_t i = 0; i < published.rows.size(); ++i) {
    const ComparedRow& row = published.rows[i];
    const auto ours = OurRatio(published, row, quantity, pivot, technology);
    table.rows[i].push_back(Theirs(published, row, quantity));
    table.rows[i].push_back(Ratio(ours));
    table.rows[i].push_back(Difference(published.RelativeValue(row, quantity), ours));
  }
}

void AddTexts(const char* title, bool is_prose, const std::vector<std::string>& texts,
              Table& table) {
  if (std::ranges::all_of(texts, &std::string::empty)) return;
  table.columns.push_back({title, false, "", is_prose});
  for (std::size_t i = 0; i < texts.size(); ++i) table.rows[i].push_back(texts[i]);
}

std::string Caption(const PublishedComparison& published, const std::string& technology,
                    bool has_brackets) {
  std::string text =
      fmt::format("Ours, {}, beside {}: \"{}\"", technology,
                  published.cite.empty() ? "published figures" : published.cite, published.title);
  for (const std::string& part : {published.node, published.exactness}) {
    if (!part.empty()) text += "; " + part;
  }
  text += ". Differs: ours over theirs, less 1. ";
  return text + (has_brackets ? "In brackets: as printed. " : "") + published.why;
}

}  // namespace

Table ComparisonTable(const PublishedComparison& published, const Pivot& pivot,
                      std::size_t technology) {
  const std::string& name = pivot.technologies[technology];
  Table table{"published-" + published.id + "-" + name, "", {}, {}};
  table.rows.resize(published.rows.size());
  std::vector<std::string> theirs, ours, counted, why;
  for (const ComparedRow& row : published.rows) {
    theirs.push_back(row.design + (row.over.empty() ? "" : " over " + row.over));
    ours.push_back(DesignName(published.Find(row.design)) +
                   (row.over.empty() ? "" : " over " + DesignName(published.Find(row.over))));
    counted.push_back(WhatIsCounted(published, row));
    why.push_back(row.why);
  }
  AddTexts("published", false, theirs, table);
  AddTexts("ours", false, ours, table);
  for (std::size_t i = 0; i < published.quantities.size(); ++i) {
    AddQuantity(published, i, pivot, technology, table);
  }
  AddTexts("what theirs is", true, counted, table);
  AddTexts("why ours may differ", true, why, table);
  table.caption = Caption(published, name, HasBrackets(published));
  return table;
}

}  // namespace macroscope
