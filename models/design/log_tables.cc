#include "models/design/log_tables.h"

#include <algorithm>

#include "models/tables/mitchell.h"

namespace macroscope {
namespace {

ErrorLimit LimitOf(const LogArithmetic& logarithm) {
  switch (logarithm.goal) {
    case LogGoal::kCorrect:
      return {.is_nearest = true, .below = 0, .at_most = 0};
    case LogGoal::kFaithful:
      return {.is_nearest = false, .below = 1, .at_most = 0};
    case LogGoal::kBound:
      return {.is_nearest = false, .below = 0, .at_most = logarithm.bound_hundredths / 100.0};
    case LogGoal::kNone:
      break;
  }
  return {.is_nearest = false, .below = 0, .at_most = 1e9};
}

}  // namespace

GaussianDomain DomainOf(const Design& design) {
  const LogLayout& z = design.accumulator.format.log;
  const std::int64_t range = z.greatest_steps() - z.least_steps();
  if (design.unit == UnitKind::kLogAdd) return {z.steps_per_octave, range};
  // A product may lie as far beyond either end as a factor's own ends do.
  const std::int64_t greatest = design.a.log.greatest_steps() + design.b.log.greatest_steps();
  const std::int64_t least = design.a.log.least_steps() + design.b.log.least_steps();
  return {z.steps_per_octave, std::max(greatest - z.least_steps(), z.greatest_steps() - least)};
}

std::shared_ptr<const GaussianTables> TablesOf(const Design& design) {
  const GaussianDomain domain = DomainOf(design);
  if (design.logarithm.method == LogMethod::kTable) return FullGaussianTables(domain);
  const ErrorLimit limit = LimitOf(design.logarithm);
  switch (design.logarithm.method) {
    case LogMethod::kBipartite:
      return BipartiteGaussianTables(domain, limit);
    case LogMethod::kCotransform:
      return CotransformedGaussianTables(domain, limit);
    default:
      return InterpolatedGaussianTables(domain, limit);
  }
}

WorstErrors WorstErrorsOf(const Design& design) {
  const GaussianDomain domain = DomainOf(design);
  if (design.logarithm.method != LogMethod::kMitchell) {
    const auto tables = TablesOf(design);
    return MeasureErrors(domain, [&](bool subtracts, std::int64_t d) {
      return tables->Steps(subtracts, static_cast<std::uint64_t>(d));
    });
  }
  MitchellLines lines;
  lines.fraction_bits = design.a.log.fraction_bits();
  return MeasureErrors(domain, [&](bool subtracts, std::int64_t d) {
    return WholeSteps(lines.Value(subtracts, static_cast<std::uint64_t>(d)), lines.guard_bits);
  });
}

bool ReachesGoal(const Design& design) {
  const ErrorLimit limit = LimitOf(design.logarithm);
  const WorstErrors worst = WorstErrorsOf(design);
  const double most = std::max(worst.sum, worst.difference);
  // No value lies in the middle of two steps.
  return limit.is_nearest ? most < 0.5 : limit.Allows(most);
}

}  // namespace macroscope
