#include "sim/config/technology.h"

#include <iterator>

namespace macroscope {

std::vector<std::string> EffortsToTry(const Technology& technology) {
  std::vector<std::string> levels = technology.recipe;
  if (levels.empty()) levels.assign(std::begin(kEffortNames), std::end(kEffortNames));
  if (!technology.clock_period_ps) levels.resize(1);
  return levels;
}

}  // namespace macroscope
