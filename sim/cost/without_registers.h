// One of the choices behind which published ratios differ: whether registers are counted.
#pragma once

#include "sim/cost/cost_model.h"

namespace macroscope {

// The cost less its registers: their rows, and their part of area, gates and energy. What cannot be
// told apart (flat_area_um2) becomes empty; delays stay. A note says so.
Cost WithoutRegisters(Cost cost);

}  // namespace macroscope
