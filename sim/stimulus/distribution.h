// Values drawn from the distributions that a workload can name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "sim/config/workload.h"

namespace macroscope {

// The first `count` values of the operand's distribution, before outliers and zeros. The same on
// every machine, and the front of any longer draw with this seed. Throws std::invalid_argument for
// a name that is no distribution of values (all_codes has none).
std::vector<double> DrawValues(const Operand& operand, std::size_t count, std::uint64_t seed);

// Multiplies some values by the outliers' scale, then makes some zero, as the operand says; each
// value independently of all others, the same ones for the same seed.
void AddOutliersAndZeros(const Operand& operand, std::uint64_t seed, std::vector<double>& values);

}  // namespace macroscope
