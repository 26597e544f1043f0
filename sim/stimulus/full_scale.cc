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

// Codes of a codebook are of its values, whatever these are looked up as; only the other operand
// can be made smaller.
FullScales FullScalesOfCodes(const Design& design, std::uint64_t products) {
  const LaneOperand& a = design.dot.a;
  const LaneOperand& b = design.dot.b;
  FullScales scales = GreatestValues(a.block.element, b.block.element);
  if (design.accumulator.is_fixed) return scales;
  const double most =
      GreatestValue(design.accumulator.format) / std::sqrt(static_cast<double>(products));
  const auto lower = [most](const Format& format, double& full_scale, const LaneOperand& other,
                            const Format& values) {
    if (!format.is_floating()) return;
    // An integer's values are those of the codebook, scaled up.
    const double reach = GreatestValue(values.is_integer() ? values : other.block.element);
    full_scale = Lowered(format, full_scale, most / reach);
  };
  lower(a.block.element, scales.a, b, design.b);
  lower(b.block.element, scales.b, a, design.a);
  return scales;
}

}  // namespace

FullScales GreatestValues(const Format& a, const Format& b) {
  return {GreatestValue(a), GreatestValue(b)};
}

FullScales FullScalesFor(const Design& design, std::uint64_t products) {
  const bool has_b = HasB(design);
  if (design.dot.looks_up()) return FullScalesOfCodes(design, products);
  FullScales scales = GreatestValues(design.a, has_b ? design.b : design.a);
  if (design.unit == UnitKind::kElmaMac) {
    // Products beyond the greatest number are lost.
    return {std::sqrt(scales.a), std::sqrt(scales.b)};
  }
  if (design.accumulator.is_fixed) return scales;
  const double terms = HasC(design) ? static_cast<double>(products) : 1;
  const double most = GreatestValue(design.accumulator.format) / std::sqrt(terms);
  if (design.unit == UnitKind::kFpAdd || design.unit == UnitKind::kLogAdd) {
    return {Lowered(design.a, scales.a, most / 2), Lowered(design.b, scales.b, most / 2)};
  }
  if (!has_b) {
    if (design.a.is_floating()) scales.a = Lowered(design.a, scales.a, most);
    return scales;
  }
  if (scales.a * scales.b <= most) return scales;
  if (design.a.holds_logarithms()) {
    const double each = std::sqrt(most);
    return {std::min(scales.a, each), std::min(scales.b, each)};
  }
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
