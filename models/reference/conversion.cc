#include "models/reference/conversion.h"

#include "models/reference/codebook_quantize.h"
#include "models/reference/log_posit_quantize.h"

namespace macroscope {

bool OtherConversion::Has(const Design& design) {
  const Format& to = design.accumulator.format;
  return design.unit == UnitKind::kConvert &&
         (design.a.holds_logarithms() || to.holds_logarithms() || to.is_codebook());
}

OtherConversion::OtherConversion(const Design& design) : design_(design) {
  const Format& to = design.accumulator.format;
  if (to.family == Family::kLogarithmic) log_.emplace(to, to, to, LogUnderflow::kLeast);
}

Quantized OtherConversion::Convert(std::uint64_t a, const RoundingChoice& choice) {
  const Format& to = design_.accumulator.format;
  if (design_.a.holds_logarithms()) return LogToLinear(design_.a, a, to, choice);
  if (log_) return {log_->FromLinear(design_.a, a), 0};
  if (to.is_codebook()) return {NearestCode(to, FloatValue(design_.a, a)), 0};
  Term number;
  Load(design_.a, a, /*flush=*/false, number);
  return {NearestLogPosit(number, to), 0};
}

}  // namespace macroscope
