// The texts of what block_quantize has beside other units.
#pragma once

#include "models/design/design.h"

namespace macroscope {

// Operands, the block that is made of them, and its scale's rule: Design::quantize, and its element
// as the accumulator. Throws DesignError.
void ParseQuantize(const DesignText& text, const Catalogue& formats, Design& design);
// No other unit chooses a scale. Throws DesignError.
void RefuseQuantizeKeys(const DesignText& text, UnitKind unit);

// Fills in the keys that block_quantize has.
void AddQuantizeText(const Design& design, DesignText& text);

}  // namespace macroscope
