#include "sim/stimulus/log_codes.h"

#include <algorithm>
#include <cmath>

#include "models/formats/log_number.h"
#include "sim/stimulus/reproducible_math.h"

namespace macroscope {
namespace {

constexpr double kLn2 = 0x1.62e42fefa39efp-1;
constexpr int kGuessBits = 30;

}  // namespace

std::int64_t LogCodes::steps_per_octave() const {
  return format_.family == Family::kLogarithmic
             ? format_.log.steps_per_octave
             : std::int64_t{1} << format_.posit.max_fraction_bits();
}

std::int64_t LogCodes::greatest_steps() const {
  return format_.family == Family::kLogarithmic ? format_.log.greatest_steps()
                                                : format_.posit.max_scale() * steps_per_octave();
}

LogCorners::LogCorners(const Format& format) : codes_(format), corners_(format, Corners(codes_)) {}

std::vector<std::uint64_t> LogCorners::Corners(const LogCodes& codes) {
  const Format& format = codes.format();
  const std::int64_t octave = codes.steps_per_octave();
  std::vector<std::uint64_t> corners;
  for (const std::uint64_t code :
       {format.zero_code(), format.canonical_nan(), format.least_positive(), format.max_finite()}) {
    AddWithNeighbours(code, corners);
  }
  for (const std::int64_t octaves : {-2, -1, 0, 1, 2}) {
    for (const int step : {-1, 0, 1}) corners.push_back(codes.Code(false, octaves * octave + step));
  }
  for (int bit = 0; bit < format.width_bits(); ++bit) {
    const std::uint64_t one = std::uint64_t{1} << bit;
    corners.insert(corners.end(), {one, ~one, one - 1});
  }
  return corners;
}

std::uint64_t LogCodes::Code(bool negative, std::int64_t steps) const {
  const std::uint64_t sign = negative ? format_.sign_mask() : 0;
  if (format_.family == Family::kLogarithmic) {
    const LogLayout& log = format_.log;
    return log.Field(std::clamp(steps, log.least_steps(), log.greatest_steps())) | sign;
  }
  // Log posits are in order: the last body that is not above.
  std::uint64_t body = 1;
  for (std::uint64_t bit = format_.sign_mask() >> 1; bit != 0; bit >>= 1) {
    const std::uint64_t higher = body | bit;
    if (DecodeLog(format_, higher).steps <= steps) body = higher;
  }
  return body | sign;
}

Guess LogCodes::Value(std::uint64_t code) const {
  const LogNumber number = DecodeLog(format_, code);
  if (number.number_class != NumberClass::kNormal) return {};
  const std::int64_t per_octave = number.steps_per_octave;
  std::int64_t octave = number.steps / per_octave;
  if (octave * per_octave > number.steps) --octave;
  const auto fraction = static_cast<double>(number.steps - octave * per_octave);
  const double power = ReproducibleExp(kLn2 * fraction / static_cast<double>(per_octave));
  const double significand = std::floor(std::ldexp(power, kGuessBits));
  return {number.negative ? -significand : significand, static_cast<int>(octave) - kGuessBits};
}

double LogCodes::Number(std::uint64_t code) const {
  const Guess value = Value(code);
  return std::ldexp(value.significand, value.exponent);
}

std::uint64_t LogCodes::Nearest(double value) const {
  if (value == 0 || (value < 0 && format_.sign_mask() == 0)) return format_.zero_code();
  const double octaves = ReproducibleLog(std::fabs(value)) / kLn2;
  const double steps = octaves * static_cast<double>(steps_per_octave());
  const std::uint64_t below = Code(value < 0, static_cast<std::int64_t>(std::floor(steps)));
  const std::uint64_t above = Code(value < 0, static_cast<std::int64_t>(std::ceil(steps)));
  const auto distance = [&](std::uint64_t code) {
    return std::fabs(static_cast<double>(DecodeLog(format_, code).steps) - steps);
  };
  // The next code of a log posit may lie several steps further.
  const std::uint64_t next = (below & ~format_.sign_mask()) == format_.max_finite() ? below
                             : format_.is_log_posit()                               ? below + 1
                                                                                    : above;
  return distance(next) < distance(below) ? next : below;
}

}  // namespace macroscope
