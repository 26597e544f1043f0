// Where encoders of a codebook change from one value to the next.
#pragma once

#include <cstddef>
#include <vector>

#include "models/formats/codebook.h"

namespace macroscope {

// Whether x (a magnitude, of codebooks with a sign bit) belongs above the boundary between places
// `place` and place + 1 of the ascending values, whose codes `order` has: by the threshold there,
// or nearer to the upper value, of two equally near ones to that of the lower code.
bool BelongsAbove(const Codebook& codebook, const std::vector<int>& order, std::size_t place,
                  double x);

}  // namespace macroscope
