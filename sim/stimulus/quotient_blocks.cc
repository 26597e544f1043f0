#include "sim/stimulus/quotient_blocks.h"

#include <algorithm>
#include <cmath>

#include "models/formats/decode.h"
#include "models/reference/quantize.h"

namespace macroscope {

QuotientBlocks::QuotientBlocks(const Design& design)
    : source_(design.a),
      scale_(design.quantize.z.block.scale),
      element_(design.quantize.z.block.element),
      lanes_(design.quantize.z.lanes),
      greatest_element_(ValueOf(element_, element_.max_finite())) {}

double QuotientBlocks::ValueOf(const Format& format, std::uint64_t code) {
  const Decoded value = Decode(format, code);
  return std::ldexp(static_cast<double>(value.significand), value.exponent);
}

double QuotientBlocks::NearAnEdge(const Format& format, std::uint64_t code, std::uint64_t word) {
  const double value = ValueOf(format, code);
  if ((word & 1) != 0 || code == format.max_finite()) return value;
  return (value + ValueOf(format, code + 1)) / 2;
}

std::uint64_t QuotientBlocks::CodeNear(double magnitude, std::uint64_t word) const {
  const auto code = static_cast<std::int64_t>(
      Quantize(magnitude, source_, Rounding::kTowardZero, Overflow::kSaturate).code);
  const std::int64_t aside = (word & 3) == 0 ? -1 : (word & 3) == 1 ? 1 : 0;
  return static_cast<std::uint64_t>(
      std::clamp<std::int64_t>(code + aside, 0, static_cast<std::int64_t>(source_.max_finite())));
}

Bits QuotientBlocks::Draw(Random& random) const {
  const int width = source_.width_bits();
  const std::uint64_t word = random.Next();
  const std::uint64_t greatest = scale_.max_finite();
  std::uint64_t scale = random.Below(greatest + 1);
  if ((word >> 4 & 7) == 0) scale = std::min<std::uint64_t>(word >> 8 & 3, greatest);
  if ((word >> 4 & 7) == 1) scale = greatest - std::min<std::uint64_t>(word >> 8 & 1, greatest);
  const std::uint64_t next = std::min(scale + 1, greatest);
  const std::uint64_t top =
      CodeNear(greatest_element_ * NearAnEdge(scale_, scale, word >> 12), word >> 16);
  const auto top_lane = static_cast<int>(random.Below(static_cast<std::uint64_t>(lanes_)));
  Bits a;
  for (int lane = 0; lane < lanes_; ++lane) {
    const std::uint64_t draw = random.Next();
    const double divisor = ValueOf(scale_, (draw & 1) != 0 ? scale : next);
    const std::uint64_t element = random.Below(element_.max_finite() + 1);
    const std::uint64_t near =
        CodeNear(divisor * NearAnEdge(element_, element, draw >> 1), draw >> 2);
    const std::uint64_t magnitude = lane == top_lane ? top : std::min(near, top);
    a.Insert(lane * width, width, magnitude | ((draw >> 8 & 1) != 0 ? source_.sign_mask() : 0));
  }
  return a;
}

}  // namespace macroscope
