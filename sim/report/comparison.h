// Ours beside published costs of designs relative to one another.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/config/published_comparison.h"
#include "sim/report/pivot.h"
#include "sim/report/table.h"

namespace macroscope {

// Whether the design has the pattern's keys.
bool Matches(const DesignText& pattern, const DesignText& design);

// What ours has in place of the row's published value: the first of the pivot's designs that are
// what the row names, over the first that are its reference. Empty if one of them is missing or has
// no cost.
std::optional<double> OurRatio(const PublishedComparison& published, const ComparedRow& row,
                               std::size_t quantity, const Pivot& pivot, std::size_t technology);

// One row a published one: theirs, ours, by how much ours differs, and why.
Table ComparisonTable(const PublishedComparison& published, const Pivot& pivot,
                      std::size_t technology);

}  // namespace macroscope
