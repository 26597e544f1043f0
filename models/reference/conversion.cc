#include "models/reference/conversion.h"

#include "models/reference/codebook_quantize.h"

namespace macroscope {
bool OtherConversion::Has(const Design& design) {
  const Format& to = design.accumulator.format;
  return design.unit == UnitKind::kConvert &&
         (design.a.holds_logarithms() || to.holds_logarithms() || to.is_codebook());
}

OtherConversion::OtherConversion(const Design& design) : design_(design) {
  if (design.accumulator.format.is_codebook()) return;
  const Format& log = design.a.holds_logarithms() ? design.a : design.accumulator.format;
  log_.emplace(log, log, log, LogUnderflow::kLeast);
}

Quantized OtherConversion::Convert(std::uint64_t a, const RoundingChoice& choice) {
  const Format& to = design_.accumulator.format;
  if (!log_) return {NearestCode(to, FloatValue(design_.a, a)), 0};
  if (design_.a.holds_logarithms()) return log_->ToLinear(a, to, choice);
  return {log_->FromLinear(design_.a, a), 0};
}

}  // namespace macroscope
