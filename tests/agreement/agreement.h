// Engines held against each other on one design.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/design/design.h"

namespace macroscope {

Design AgreementDesign(const std::string& unit, const std::string& operands,
                       const std::string& accumulator);

// Expects every engine after the first to give the first one's results, for all of (a, b, c) if
// they have at most 24 bits and `limit` is 0, for all (a, b) with corner-biased c if `pairs`, else
// for `limit` corner-biased operations. Prints the number of cases and the seed; fails on none.
void ExpectAgreement(const Design& design, const std::vector<std::string>& engines,
                     std::uint64_t limit, bool pairs = false);

}  // namespace macroscope
