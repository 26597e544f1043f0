#include "sim/cost/cost_model.h"

#include <fmt/format.h>

#include "sim/base/build_error.h"
#include "sim/cost/gates_model.h"
#include "sim/cost/synthesis_model.h"

namespace macroscope {

Energy& Energy::operator+=(const Energy& part) {
  internal_fj += part.internal_fj;
  switching_fj += part.switching_fj;
  clock_fj += part.clock_fj;
  leakage_fj += part.leakage_fj;
  glitch_fj += part.glitch_fj;
  return *this;
}

Energy& Energy::operator-=(const Energy& part) {
  Energy negative = part;
  return *this += negative *= -1;
}

Energy& Energy::operator*=(double factor) {
  internal_fj *= factor;
  switching_fj *= factor;
  clock_fj *= factor;
  leakage_fj *= factor;
  glitch_fj *= factor;
  return *this;
}

std::unique_ptr<CostModel> MakeCostModel(const Technology& technology,
                                         const std::optional<Workload>& workload) {
  if (technology.model == "gates") return std::make_unique<GatesModel>(technology);
  if (technology.model == "synthesis")
    return std::make_unique<SynthesisModel>(technology, workload);
  throw BuildError(fmt::format("{}: model: '{}' is not a cost model; it is gates or synthesis",
                               technology.file, technology.model));
}

}  // namespace macroscope
