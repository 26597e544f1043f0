#include "sim/stimulus/full_scale.h"

#include <algorithm>
#include <cmath>

#include "sim/stimulus/scaling.h"

namespace macroscope {
namespace {

constexpr double kMostFullScale = 0x1p900;  // Of formats that reach beyond doubles.

double GreatestValue(const Format& format) {
  // Nobody scales data to a posit's greatest number, where it has no fraction: the largest
  // magnitude goes where fractions begin to get shorter, to 2^(2^exponent_bits).
  if (format.is_posit()) return std::ldexp(1, std::min(1 << format.posit.exponent_bits, 900));
  return std::min(ValueOf(format, format.max_finite()), kMostFullScale);
}

double LeastNormal(const Format& format) {
  return std::ldexp(1, format.min_quantum_exponent() + format.fraction_bits);
}

double PowerOfTwoBelow(double value) { return std::ldexp(1, std::ilogb(value)); }

// `full_scale`, or as much less as is needed to be at most `limit` and the format can give.
double Lowered(const Format& format, double full_scale, double limit) {
  const double least = std::min(16 * LeastNormal(format), full_scale);
  return full_scale <= limit ? full_scale : std::max(PowerOfTwoBelow(limit), least);
}

}  // namespace

FullScales GreatestValues(const Format& a, const Format& b) {
  return {GreatestValue(a), GreatestValue(b)};
}

FullScales FullScalesFor(const Design& design, std::uint64_t products) {
  const bool has_b = HasB(design);
  FullScales scales = GreatestValues(design.a, has_b ? design.b : design.a);
  if (design.accumulator.is_fixed) return scales;
  const double terms = HasC(design) ? static_cast<double>(products) : 1;
  const double most = GreatestValue(design.accumulator.format) / std::sqrt(terms);
  if (design.unit == UnitKind::kFpAdd) {
    return {Lowered(design.a, scales.a, most / 2), Lowered(design.b, scales.b, most / 2)};
  }
  if (!has_b) {
    if (design.a.is_floating()) scales.a = Lowered(design.a, scales.a, most);
    return scales;
  }
  if (scales.a * scales.b <= most) return scales;
  if (design.a.is_floating() && design.b.is_floating()) {
    scales.a = Lowered(design.a, scales.a, std::sqrt(most));
    scales.b = Lowered(design.b, scales.b, std::sqrt(most));
  }
  // What one could not give, or an integer cannot, the other gives.
  if (design.a.is_floating()) scales.a = Lowered(design.a, scales.a, most / scales.b);
  if (design.b.is_floating()) scales.b = Lowered(design.b, scales.b, most / scales.a);
  return scales;
}

}  // namespace macroscope
