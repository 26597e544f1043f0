// Several Liberty files as one library: foundries deliver gates, inverters and flip-flops apart.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "sim/netlist/liberty.h"

namespace macroscope {

// The text of one library: the first's, with the cells and the table templates of the others added.
// Cells that match one of the globs (* and ?) are left out. A template that another file defines
// otherwise under the same name gets a name of its own. Throws BuildError naming both files for
// units, a voltage or thresholds that differ, and for a cell that is in two files.
std::string MergedText(const std::vector<std::unique_ptr<Library>>& libraries,
                       const std::vector<std::string>& dont_use);

}  // namespace macroscope
