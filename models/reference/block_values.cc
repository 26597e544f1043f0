#include <cmath>
#include <limits>

#include "models/formats/decode.h"
#include "models/reference/block_codec.h"

namespace macroscope {
namespace {

double Value(const Format& format, std::uint64_t code) {
  const Decoded value = Decode(format, code);
  if (value.number_class == NumberClass::kNan) return std::numeric_limits<double>::quiet_NaN();
  const double magnitude = value.number_class == NumberClass::kInfinity
                               ? std::numeric_limits<double>::infinity()
                               : std::ldexp(static_cast<double>(value.significand), value.exponent);
  return value.negative ? -magnitude : magnitude;
}

}  // namespace

double ScaleValue(const BlockFormat& format, std::uint64_t code) {
  const double value = Value(format.scale, code);
  return format.scale_is_exponent ? std::ldexp(1.0, static_cast<int>(value)) : std::abs(value);
}

double DecodeElement(const BlockFormat& format, const BlockCodes& codes, std::size_t i) {
  const std::size_t block = format.block_elements == 0
                                ? codes.elements.size()
                                : static_cast<std::size_t>(format.block_elements);
  double scale = ScaleValue(format, codes.scales[i / block]);
  if (format.has_sub_blocks()) {
    const auto sub_block = static_cast<std::size_t>(format.sub_block_elements);
    scale = std::ldexp(scale, -static_cast<int>(codes.microexponents[i / sub_block]));
  }
  return scale * Value(format.element, codes.elements[i]) * codes.tensor_scale;
}

}  // namespace macroscope
