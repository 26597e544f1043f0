// The tables of conversions from and to codebooks.
#pragma once

#include "models/design/design.h"
#include "models/tables/lookup_table.h"

namespace macroscope {

// By code, the value in the target's format, rounded as the design says.
LookupTable ConvertedValues(const Design& design);

// Entry i: the least key (convert_order.h) that belongs above the boundary between places i and
// i + 1 of the codebook's ascending values (code_boundaries.h); one beyond all keys if none does.
LookupTable KeyThresholds(const Design& design);

// By place, the code of the value there, without its sign bit.
LookupTable CodesInOrder(const Codebook& codebook);

}  // namespace macroscope
