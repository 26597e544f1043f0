// The text of an accumulator: a floating format, fixed+G, fixedW, or intW.
#pragma once

#include <string>
#include <string_view>

#include "models/design/design.h"

namespace macroscope {

// "" means the unit's default: fixed+12, or fp32. Throws DesignError (key `accumulator`).
// Looks at the unit and its operands.
Accumulator ParseAccumulator(const Design& design, std::string_view text, const Catalogue& formats);

// What overflow does unless the user says otherwise: the format's standard behaviour.
Overflow DefaultOverflow(const Design& design);

// "fixed+12", or the format's name.
std::string AccumulatorText(const Accumulator& accumulator);

// Flags are on where each operation has its own: in the operation form of a unit that rounds.
FlagOutput DefaultFlags(const Design& design);

}  // namespace macroscope
