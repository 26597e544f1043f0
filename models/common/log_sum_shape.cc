#include "models/common/log_sum_shape.h"

#include "models/design/log_tables.h"

namespace macroscope {

LogSumShape LogSumShape::Derive(const Design& design, int x_log_bits, int y_log_bits) {
  LogSumShape s;
  s.x_log_bits = x_log_bits;
  s.y_log_bits = y_log_bits;
  s.z = design.accumulator.format;
  const GaussianDomain domain = DomainOf(design);
  s.fraction_bits = BitLength(static_cast<Word64>(domain.steps_per_octave)) - 1;
  s.is_mitchell = design.logarithm.method == LogMethod::kMitchell;
  if (s.is_mitchell) {
    s.lines.fraction_bits = s.fraction_bits;
    s.guard_bits = s.lines.guard_bits;
    s.distance_bits = s.lines.distance_bits();
  } else {
    s.tables = TablesOf(design);
    s.guard_bits = s.tables->guard_bits;
    s.distance_bits = s.tables->distance_bits;
  }
  const WorstErrors worst = WorstErrorsOf(design);
  s.worst_sum = worst.sum;
  s.worst_difference = worst.difference;
  return s;
}

}  // namespace macroscope
