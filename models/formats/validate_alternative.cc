#include <algorithm>

#include "models/formats/format_error.h"

namespace macroscope {
namespace {

void CheckPosit(const Format& format) {
  const PositLayout& posit = format.posit;
  CheckFormatRange(format, "width", posit.width_bits, kMinPositBits, kMaxPositBits);
  if (posit.exponent_bits > posit.width_bits) {
    FailFormat(format, "exponent_bits is " + std::to_string(posit.exponent_bits) +
                           ", which exceeds its width of " + std::to_string(posit.width_bits) +
                           " bits; it can be 0 to " +
                           std::to_string(std::min(posit.width_bits, kMaxPositExponentBits)));
  }
  CheckFormatRange(format, "exponent_bits", posit.exponent_bits, 0, kMaxPositExponentBits);
  Format plain;
  plain.name = format.name;
  plain.family = Family::kPosit;
  plain.posit = posit;
  if (format != plain) FailFormat(format, "a posit has a width and exponent_bits, and no more");
}

}  // namespace

void CheckAlternative(const Format& format) { CheckPosit(format); }

}  // namespace macroscope
