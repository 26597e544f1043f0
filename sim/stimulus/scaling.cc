#include "sim/stimulus/scaling.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <utility>
#include <vector>

#include "models/formats/decode.h"
#include "sim/stimulus/double_base_operands.h"
#include "sim/stimulus/log_codes.h"

namespace macroscope {
namespace {

constexpr int kDoubleFractionBits = 52;
constexpr int kDoubleBias = 1023;
// The search for the least mean square error: first over a wide range in coarse steps, then twice
// around the best in finer ones, since the error is smooth only between neighbouring scales.
constexpr int kCoarseSteps = 128;  // Each divides by 2^(1/8): down to 2^-16 of the largest.
constexpr double kCoarse = 0x1.172b83c7d517bp+0;  // 2^(1/8)
constexpr double kFine = 0x1.02c9a3e778061p+0;    // 2^(1/64)
constexpr double kFinest = 0x1.0058c86da1c0ap+0;  // 2^(1/512)

// The smallest magnitude that `percentile` of all nonzero ones do not exceed; 0 if there is none.
double MagnitudeAt(double percentile, std::span<const double> values) {
  std::vector<double> magnitudes;
  for (const double value : values) {
    if (value != 0) magnitudes.push_back(std::fabs(value));
  }
  if (magnitudes.empty()) return 0;
  const auto rank = std::ceil(percentile / 100 * static_cast<double>(magnitudes.size()));
  const auto index = static_cast<std::size_t>(std::max(rank, 1.0)) - 1;
  const auto at =
      magnitudes.begin() + static_cast<std::ptrdiff_t>(std::min(index, magnitudes.size() - 1));
  std::nth_element(magnitudes.begin(), at, magnitudes.end());
  return *at;
}

double LeastErrorScale(std::span<const double> values, const NearestValue& nearest, double first) {
  std::pair<double, double> best{MeanSquareError(values, nearest, first), first};
  const auto try_steps = [&](double scale, double factor, int steps) {
    for (int i = 0; i < steps; ++i, scale /= factor) {
      const double error = MeanSquareError(values, nearest, scale);
      if (error < best.first) best = {error, scale};
    }
  };
  try_steps(first, kCoarse, kCoarseSteps);
  try_steps(best.second * kCoarse, kFine, 17);
  try_steps(best.second * kFine, kFinest, 17);
  return best.second;
}

}  // namespace

double ValueOf(const Format& format, std::uint64_t code) {
  if (format.holds_logarithms()) return LogCodes(format).Number(code);
  if (format.is_double_base()) {
    const Guess value = DoubleBaseValue(format, code);
    return std::ldexp(value.significand, value.exponent);
  }
  const Decoded decoded = Decode(format, code);
  const double magnitude = std::ldexp(static_cast<double>(decoded.significand), decoded.exponent);
  return decoded.negative ? -magnitude : magnitude;
}

NearestValue::NearestValue(const Format& format)
    : fraction_bits_(format.fraction_bits),
      min_quantum_exponent_(format.min_quantum_exponent()),
      is_integer_(format.is_integer()),
      posit_(format.is_posit() ? format.posit : PositLayout{}),
      least_(ValueOf(format, format.min_finite())),
      greatest_(ValueOf(format, format.max_finite())) {
  if (format.holds_logarithms()) logarithms_ = std::make_shared<const LogCodes>(format);
  if (format.is_codebook() || format.is_double_base()) {
    for (std::uint64_t code = 0; code <= format.code_mask(); ++code) {
      table_.push_back(ValueOf(format, code));  // No number counts as zero.
    }
    std::ranges::sort(table_);
    return;
  }
  if (is_integer_ || format.has_subnormals || format.is_posit()) return;
  has_zero_ = format.has_zero;
  gap_ = ValueOf(format, has_zero_ ? 1 : 0);
}

// To as many fraction bits as a number of this scale has; where not even its exponent has room for
// all bits, to a power of two that has.
double NearestValue::Posit(double value) const {
  if (value == 0) return 0;
  const int most = posit_.max_scale();
  const int scale = std::clamp(std::ilogb(value), -most, most);
  const int regime = scale >> posit_.exponent_bits;
  const int run = regime >= 0 ? regime + 1 : -regime;
  const int left = posit_.width_bits - 2 - run;  // For exponent and fraction.
  const int fraction_bits = left - posit_.exponent_bits;
  if (fraction_bits >= 0) {
    const double unit = std::ldexp(1, scale - fraction_bits);
    const double rounded = std::nearbyint(value / unit) * unit;
    return rounded == 0 ? std::copysign(unit, value) : rounded;
  }
  const int steps = 1 << std::min(-fraction_bits, posit_.exponent_bits);
  const auto nearest = static_cast<int>(std::nearbyint(static_cast<double>(scale) / steps)) * steps;
  return std::copysign(std::ldexp(1, std::clamp(nearest, -most, most)), value);
}

double NearestValue::operator()(double value) const {
  if (posit_.width_bits > 0) return Posit(std::clamp(value, least_, greatest_));
  if (logarithms_) return logarithms_->Number(logarithms_->Nearest(value));
  value = std::clamp(value, least_, greatest_);
  if (!table_.empty()) {
    const auto above = std::ranges::lower_bound(table_, value);
    if (above == table_.begin()) return *above;
    return *above - value < value - *(above - 1) ? *above : *(above - 1);
  }
  const double magnitude = std::fabs(value);
  if (magnitude < gap_) {
    if (!has_zero_ || magnitude > gap_ / 2) return std::copysign(gap_, value);
    return 0;
  }
  const int exponent =
      static_cast<int>(std::bit_cast<std::uint64_t>(magnitude) >> kDoubleFractionBits) -
      kDoubleBias;
  const int quantum = is_integer_ ? min_quantum_exponent_
                                  : std::max(exponent - fraction_bits_, min_quantum_exponent_);
  // Adding 1.5 * 2^(quantum + 52) leaves no bit below the quantum: the addition itself rounds.
  const int field = quantum + kDoubleFractionBits + kDoubleBias;
  if (fraction_bits_ >= 50 || field < 1 || field > 2 * kDoubleBias) return value;
  const double shifter =
      std::bit_cast<double>(static_cast<std::uint64_t>(field) << kDoubleFractionBits |
                            std::uint64_t{1} << (kDoubleFractionBits - 1));
  return (value + shifter) - shifter;  // In range, since its ends are multiples themselves.
}

double MeanSquareError(std::span<const double> values, const NearestValue& nearest, double scale) {
  double sum = 0;
  for (const double value : values) {
    const double error = value - scale * nearest(value / scale);
    sum += error * error;
  }
  return sum / static_cast<double>(values.size());
}

double ChooseScale(const Scale& rule, std::span<const double> values, const NearestValue& nearest,
                   double full_scale) {
  if (rule.rule == ScaleRule::kFixed) return rule.value;
  const double percentile = rule.rule == ScaleRule::kPercentile ? rule.percentile : 100;
  const double magnitude = MagnitudeAt(percentile, values);
  const double scale = magnitude == 0 ? 1 : magnitude / full_scale;
  if (rule.rule != ScaleRule::kMeanSquareError) return scale;
  return LeastErrorScale(values, nearest, scale);
}

}  // namespace macroscope
