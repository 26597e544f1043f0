#include "models/reference/conversion.h"

#include "models/reference/codebook_quantize.h"
#include "models/reference/log_posit_quantize.h"

namespace macroscope {
namespace {

bool IsLogPosit(const Format& format) { return format.family == Family::kLogPosit; }

}  // namespace

bool OtherConversion::Has(const Design& design) {
  const Format& to = design.accumulator.format;
  return design.unit == UnitKind::kConvert &&
         (design.a.holds_logarithms() || to.holds_logarithms() || to.is_codebook());
}

OtherConversion::OtherConversion(const Design& design) : design_(design) {
  const Format& to = design.accumulator.format;
  if (to.is_codebook() || IsLogPosit(to) || IsLogPosit(design.a)) return;
  const Format& log = design.a.holds_logarithms() ? design.a : to;
  log_.emplace(log, log, log, LogUnderflow::kLeast);
}

Quantized OtherConversion::Convert(std::uint64_t a, const RoundingChoice& choice) {
  const Format& to = design_.accumulator.format;
  if (IsLogPosit(design_.a)) return LogPositValue(design_.a, a, to, choice);
  if (IsLogPosit(to)) {
    Term number;
    Load(design_.a, a, /*flush=*/false, number);
    return {NearestLogPosit(number, to), 0};
  }
  if (!log_) return {NearestCode(to, FloatValue(design_.a, a)), 0};
  if (design_.a.holds_logarithms()) return log_->ToLinear(a, to, choice);
  return {log_->FromLinear(design_.a, a), 0};
}

}  // namespace macroscope
