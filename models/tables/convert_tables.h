// The tables of convert: significands by the fraction of a logarithm, and back. None loses anything
// that the rounding after it would have seen.
#pragma once

#include <memory>

#include "models/tables/lookup_table.h"

namespace macroscope {

// Entry f: the first entry_bits - 1 fraction bits of 2^(f / 2^index_bits), below them a 1 unless f
// is 0: none of the other powers is rational. Of no index bits one entry 0.
std::shared_ptr<const LookupTable> CutPowers(int index_bits, int entry_bits);

// Entry f: round(steps * log2(1 + f / 2^index_bits)), which is up to `steps` itself. Of no index
// bits one entry 0.
std::shared_ptr<const LookupTable> SignificandLogarithms(int index_bits, int steps);

// Entry f: the first entry_bits - 1 fraction bits of log2(1 + f / 2^index_bits), below them a 1
// unless f is 0: no other logarithm is rational. Of no index bits one entry 0.
std::shared_ptr<const LookupTable> CutLogarithms(int index_bits, int entry_bits);

}  // namespace macroscope
