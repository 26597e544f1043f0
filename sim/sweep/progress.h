// A sweep's progress on a terminal.
#pragma once

#include <cstdio>
#include <functional>

#include "sim/sweep/sweep.h"

namespace macroscope {

// What to give SweepOptions::progress: on a terminal a bar with the time that is left, redrawn in
// place; elsewhere one line a finished task. `out` must outlive it.
std::function<void(const SweepProgress&)> ProgressPrinter(std::FILE* out);

// The bar's line, at most `columns` characters: "[#####.....] 12/45, 3 cached, 1 failed, 0:10
// left".
std::string ProgressBar(const SweepProgress& progress, int columns);

}  // namespace macroscope
