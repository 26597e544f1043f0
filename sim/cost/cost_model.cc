#include "sim/cost/cost_model.h"

#include <fmt/format.h>

#include "sim/base/build_error.h"
#include "sim/cost/gates_model.h"
#include "sim/cost/synthesis_model.h"

namespace macroscope {

std::unique_ptr<CostModel> MakeCostModel(const Technology& technology,
                                         const std::optional<Workload>& workload) {
  if (technology.model == "gates") return std::make_unique<GatesModel>(technology);
  if (technology.model == "synthesis")
    return std::make_unique<SynthesisModel>(technology, workload);
  throw BuildError(fmt::format("{}: model: '{}' is not a cost model; it is gates or synthesis",
                               technology.file, technology.model));
}

}  // namespace macroscope
