// Every pair of codes of a unit with two operands, in every rounding mode that is an operand:
// engines against each other, results and flags.
#pragma once

#include <string>
#include <vector>

#include "models/design/design.h"

namespace macroscope {

// Expects every one of `engines` to give what the first gives, flags included where both have them.
// The design has a and b alone; random bits are drawn, one a pair. Returns the number of
// operations.
std::size_t ExpectAllPairsAgree(const Design& design, const std::vector<std::string>& engines);

// A design as on the command line, in the operation form.
Design PairsDesign(const std::vector<std::string>& arguments);

// `unit` of both 8-bit formats of OCP with each rounding that is a design's own, each treatment of
// subnormals and each tininess.
std::vector<Design> PairsDesigns(const std::string& unit);

}  // namespace macroscope
