// The designs whose RTL is linted: every unit, form, architecture, placement of registers,
// rounding, overflow and kind of format. Those that take turns in all that is not theirs to say may
// be ones that cannot be, which ParseDesign refuses.
#pragma once

#include <vector>

#include "models/design/design.h"

namespace macroscope {

std::vector<DesignText> LintDesigns();

}  // namespace macroscope
