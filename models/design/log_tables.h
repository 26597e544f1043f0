// The tables that a design of log_add or log_mac takes.
#pragma once

#include <memory>

#include "models/design/design.h"
#include "models/tables/gaussian_tables.h"

namespace macroscope {

// Distances between the terms of its sums.
GaussianDomain DomainOf(const Design& design);

// Those of its method, which has some, for its goal. Throws std::invalid_argument if there are none
// that small.
std::shared_ptr<const GaussianTables> TablesOf(const Design& design);

// Of sums and differences by its method, whose result is rounded to whole steps with halves up.
WorstErrors WorstErrorsOf(const Design& design);

// Whether those keep to the design's goal.
bool ReachesGoal(const Design& design);

}  // namespace macroscope
