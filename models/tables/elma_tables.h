// The two tables of ELMA (Johnson 2018, Rethinking floating point for deep learning, section 4.1):
// from a logarithm's fraction to a linear significand, and back.
#pragma once

#include <memory>

#include "models/tables/lookup_table.h"

namespace macroscope {

// Entry f: round((2^(f / 2^index_bits) - 1) * 2^entry_bits), the fraction of the significand. Of
// few bits the last ones round up to 1, and need a bit more.
std::shared_ptr<const LookupTable> PowerFractions(int index_bits, int fraction_bits);

// Entry f: round(log2(1 + f / 2^index_bits) * 2^fraction_bits), likewise.
std::shared_ptr<const LookupTable> LogarithmFractions(int index_bits, int fraction_bits);

}  // namespace macroscope
