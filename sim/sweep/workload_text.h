// A workload in one line, for people.
#pragma once

#include <string>

#include "sim/config/workload.h"

namespace macroscope {

// "a, b normal, scale absmax; 4096 operations, dot products of 256, seed 1". Of the weights, which
// are operand a, and the activations, operand b. Its name is not in it; files are named without
// their folders.
std::string WorkloadText(const Workload& workload);

}  // namespace macroscope
