// The texts of what the posit units have beside other units.
#pragma once

#include <string>
#include <string_view>

#include "models/design/design.h"

namespace macroscope {

// Operands: posits. Throws DesignError (key `operands`).
void ParsePositOperands(const DesignText& text, const Catalogue& formats, Design& design);

// The posit that the unit gives its result in; "" means that of the operands. Throws DesignError
// (key `accumulator`).
Accumulator ParsePositResult(const Design& design, std::string_view text, const Catalogue& formats);

// The quire of both operands. Throws DesignError (key `accumulator`) if they are two posits, or it
// is too wide.
Accumulator Quire(const Design& design);

// Whether the unit ends in the one rounding that posits have.
bool RoundsToPosit(UnitKind unit);

// Why a posit leaves no choice in a key of IEEE 754's semantics: "have no subnormals".
std::string PositsHave(std::string_view key);

}  // namespace macroscope
