#include "sim/report/comparison.h"

#include <algorithm>
#include <cmath>

#include "models/design/text_tools.h"
#include "models/formats/catalogue.h"
#include "sim/config/design_keys.h"
#include "sim/report/per_mac.h"

namespace macroscope {
namespace {

// Of one name, with the design's own size of blocks if it has one; empty if the sweep defines the
// format itself.
std::optional<double> BitsOfFormat(const std::string& name, const DesignText& design) {
  static const Catalogue catalogue;
  if (catalogue.ContainsBlock(name)) {
    BlockFormat format = catalogue.FindBlock(name);
    if (const auto size = ParseNumber(design.block)) format.block_elements = *size;
    return format.bits_per_element();
  }
  if (catalogue.Contains(name)) return catalogue.Find(name).width_bits();
  if (catalogue.ContainsAlternative(name)) return catalogue.FindAlternative(name).width_bits();
  return std::nullopt;
}

// That an element of the operands takes, scales included; of two formats the mean.
std::optional<double> BitsPerElement(const DesignText& design, const ComparedQuantity& quantity) {
  const std::vector<std::string> names = Split(design.operands, ',');
  double sum = 0;
  for (const std::string& name : names) {
    const auto bits = BitsOfFormat(name, design);
    if (!bits) return std::nullopt;
    sum += *bits;
  }
  const double bits = sum / static_cast<double>(names.size());
  if (quantity.tile_elements == 0) return bits;
  const double words = std::ceil(bits * quantity.tile_elements / quantity.word_bits);
  return words * quantity.word_bits / quantity.tile_elements;
}

// Which grows with the design's cost, whatever the quantity.
std::optional<double> CostOfPoint(const PointResult& point, const ComparedQuantity& quantity) {
  const bool has_memory = quantity.quantity == Quantity::kElementsPerMemory ||
                          quantity.quantity == Quantity::kAreaTimesMemory;
  const auto bits = has_memory ? BitsPerElement(point.design, quantity) : 1;
  const auto area = quantity.quantity == Quantity::kElementsPerMemory ? 1 : FigurePerMac(point);
  if (!bits || !area) return std::nullopt;
  return *bits * *area;
}

// Of the costliest of what the design may be; empty unless the sweep has all of that.
std::optional<double> CostOfDesign(const ComparedDesign& design, const ComparedQuantity& quantity,
                                   const Pivot& pivot, std::size_t technology) {
  double most = 0;
  for (const DesignText& pattern : design.patterns) {
    const auto row = std::ranges::find_if(
        pivot.rows, [&](const DesignRow& r) { return Matches(pattern, r.design); });
    if (row == pivot.rows.end() || row->points[technology] == nullptr) return std::nullopt;
    const auto cost = CostOfPoint(*row->points[technology], quantity);
    if (!cost) return std::nullopt;
    most = std::max(most, *cost);
  }
  return most;
}

bool IsInverse(Quantity quantity) {
  return quantity == Quantity::kMacsPerArea || quantity == Quantity::kElementsPerMemory;
}

}  // namespace

bool Matches(const DesignText& pattern, const DesignText& design) {
  return std::ranges::all_of(DesignKeys(), [&](const DesignKeyInfo& key) {
    return (pattern.*key.field).empty() || pattern.*key.field == design.*key.field;
  });
}

std::optional<double> OurRatio(const PublishedComparison& published, const ComparedRow& row,
                               std::size_t quantity, const Pivot& pivot, std::size_t technology) {
  const ComparedQuantity& compared = published.quantities[quantity];
  const std::string& over_name = row.over.empty() ? compared.over : row.over;
  const auto of = CostOfDesign(published.Find(row.design), compared, pivot, technology);
  const auto over = CostOfDesign(published.Find(over_name), compared, pivot, technology);
  if (!of || !over || *of == 0 || *over == 0) return std::nullopt;
  return IsInverse(compared.quantity) ? *over / *of : *of / *over;
}

}  // namespace macroscope
