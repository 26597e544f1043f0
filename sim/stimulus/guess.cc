#include "sim/stimulus/guess.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "models/formats/decode.h"

namespace macroscope {
namespace {

constexpr int kWidestTableBits = 12;
constexpr int kDoubleFractionBits = 52;
constexpr int kDoubleBias = 1023;

}  // namespace

Guesser::Guesser(const Format& format) : format_(format) {
  if (format.width_bits() > kWidestTableBits) return;
  for (std::uint64_t code = 0; code <= format.code_mask(); ++code) table_.push_back(Compute(code));
}

Guess Guesser::Compute(std::uint64_t code) const {
  const Decoded decoded = Decode(format_, code);
  if (!decoded.is_finite()) return {};
  const auto magnitude = static_cast<double>(decoded.significand);
  return {decoded.negative ? -magnitude : magnitude, decoded.exponent};
}

std::uint64_t Guesser::Code(const Guess& value) const {
  if (format_.is_codebook()) return CodebookCode(value);
  if (value.significand == 0 || !std::isfinite(value.significand)) return 0;
  if (format_.is_posit()) return PositCode(value);
  return format_.is_floating() ? FloatingCode(value) : IntegerCode(value);
}

// Regime, exponent and fraction, cut to the body's bits.
std::uint64_t Guesser::PositCode(const Guess& value) const {
  const PositLayout& posit = format_.posit;
  const int scale = std::ilogb(value.significand) + value.exponent;
  std::uint64_t body = scale > 0 ? format_.max_finite() : 1;
  if (std::abs(scale) < posit.max_scale()) {
    const int regime = scale >> posit.exponent_bits;
    const int run = regime >= 0 ? regime + 1 : -regime;
    const std::uint64_t ends = regime >= 0 ? (std::uint64_t{2} << run) - 2 : 1;
    const int left = posit.width_bits - 2 - run;  // For exponent and fraction.
    const auto exponent = static_cast<double>(scale - regime * (1 << posit.exponent_bits));
    const double fraction =
        std::fabs(value.significand) / std::ldexp(1, std::ilogb(value.significand)) - 1;
    const double rest = std::ldexp(exponent + fraction, left - posit.exponent_bits);
    body = (ends << left) | static_cast<std::uint64_t>(rest);
  }
  return value.significand < 0 ? (0 - body) & format_.code_mask() : body;
}

std::uint64_t Guesser::CodebookCode(const Guess& value) const {
  const auto distance = [&](const Guess& entry) {
    return std::fabs(std::ldexp(entry.significand, entry.exponent) -
                     std::ldexp(value.significand, value.exponent));
  };
  const auto nearest = std::ranges::min_element(table_, {}, distance);
  return static_cast<std::uint64_t>(nearest - table_.begin());
}

std::uint64_t Guesser::FloatingCode(const Guess& value) const {
  const auto bits = std::bit_cast<std::uint64_t>(value.significand);
  const int double_field = static_cast<int>(bits >> kDoubleFractionBits & 0x7ff);
  const int field = double_field - kDoubleBias + value.exponent + format_.bias;
  const std::uint64_t hidden = std::uint64_t{1} << kDoubleFractionBits;
  const std::uint64_t fraction = bits & (hidden - 1);
  const int cut = kDoubleFractionBits - format_.fraction_bits;

  std::uint64_t magnitude = 0;
  if (field > 2047) {
    magnitude = format_.max_finite();
  } else if (field > 0) {
    magnitude = (static_cast<std::uint64_t>(field) << format_.fraction_bits) | fraction >> cut;
  } else if (cut + 1 - field < 64) {
    magnitude = (hidden | fraction) >> (cut + 1 - field);  // A subnormal: no hidden bit.
  }
  magnitude = std::min(magnitude, format_.max_finite());
  return value.significand < 0 ? magnitude | format_.sign_mask() : magnitude;
}

std::uint64_t Guesser::IntegerCode(const Guess& value) const {
  const int shift = std::clamp(value.exponent + format_.point_bits, -1000, 1000);
  const double scaled = std::ldexp(value.significand, shift);
  const double most = static_cast<double>(format_.max_finite()) + 1;
  const auto magnitude = static_cast<std::uint64_t>(std::min(std::fabs(scaled), most));
  if (scaled >= 0 || !format_.is_signed()) return std::min(magnitude, format_.max_finite());
  if (format_.encoding == Encoding::kTwosComplement) return (0 - magnitude) & format_.code_mask();
  return std::min(magnitude, format_.max_finite()) | format_.sign_mask();
}

}  // namespace macroscope
