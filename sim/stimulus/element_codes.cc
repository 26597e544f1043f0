#include "sim/stimulus/element_codes.h"

#include <algorithm>

#include "models/formats/decode.h"

namespace macroscope {
namespace {

std::uint64_t OneOf(const std::vector<std::uint64_t>& codes, Random& random) {
  return codes[static_cast<std::size_t>(random.Below(codes.size()))];
}

}  // namespace

ElementCodes::ElementCodes(const Format& format) : corners_(format), guess_(format) {
  for (const Corner corner : {Corner::kZero, Corner::kExtreme, Corner::kPowerOfTwo}) {
    for (const std::uint64_t code : corners_.codes(corner)) {
      if (IsFinite(code)) finite_.push_back(code);
    }
  }
}

bool ElementCodes::IsFinite(std::uint64_t code) const { return Decode(format(), code).is_finite(); }

std::uint64_t ElementCodes::Finite(Random& random) const {
  const std::uint64_t code = corners_.Draw(random);
  return IsFinite(code) ? code : OneOf(finite_, random);
}

std::uint64_t ElementCodes::Special(Random& random) const {
  return has_special() ? OneOf(corners_.codes(Corner::kSpecial), random) : Finite(random);
}

std::uint64_t ElementCodes::Zero(Random& random) const {
  return OfEitherSign(format().zero_code(), random);
}

std::uint64_t ElementCodes::Tiny(Random& random) const {
  constexpr std::uint64_t kFew = 3;
  if (format().is_codebook()) return OfEitherSign(format().least_positive(), random);
  std::uint64_t magnitude = 1 + random.Below(std::min(kFew, (format().max_finite() + 1) / 2));
  if (format().is_floating() && format().has_subnormals && format().fraction_bits > 0) {
    magnitude = random.Next() & ((std::uint64_t{1} << format().fraction_bits) - 1);
    magnitude = std::max<std::uint64_t>(magnitude, 1);
  }
  return OfEitherSign(magnitude, random);
}

std::uint64_t ElementCodes::Greatest(bool negative) const {
  return negative && format().is_signed() ? format().min_finite() : format().max_finite();
}

std::uint64_t ElementCodes::Negated(std::uint64_t code) const {
  if (!format().is_signed()) return code;
  if (format().is_codebook()) {
    const Guess value = guess_.Value(code);
    return guess_.Code({-value.significand, value.exponent});
  }
  const bool twos_complement =
      format().is_integer() && format().encoding == Encoding::kTwosComplement;
  const std::uint64_t negated =
      twos_complement ? (0 - code) & format().code_mask() : code ^ format().sign_mask();
  return IsFinite(negated) ? negated : code;  // The code of -0 may be a NaN.
}

std::uint64_t ElementCodes::Shifted(std::uint64_t code, int steps) const {
  Guess value = guess_.Value(code);
  value.exponent += steps;
  const std::uint64_t shifted = guess_.Code(value);
  return IsFinite(shifted) ? shifted : 0;  // Of what vanishes below zero the code may be a NaN.
}

}  // namespace macroscope
