#include "sim/stimulus/corner_codes.h"

#include <algorithm>
#include <initializer_list>

#include "models/formats/decode.h"

namespace macroscope {
namespace {

using Codes = std::vector<std::uint64_t>;

Codes SpecialCodes(const Format& format) {
  const std::uint64_t top = format.infinity(false);
  Codes found;
  for (const std::uint64_t code :
       {format.canonical_nan(), top, format.infinity(true), top + 1, format.infinity(true) + 1,
        format.code_mask(), format.code_mask() & ~format.sign_mask(), format.sign_mask()}) {
    if (!Decode(format, code).is_finite()) found.push_back(code);
  }
  return found;
}

Codes ZeroCodes(const Format& format) {
  Codes found;
  const std::uint64_t zero = format.zero_code();
  for (const std::uint64_t code : {zero, zero | format.sign_mask()}) {
    if (Decode(format, code).number_class == NumberClass::kZero) found.push_back(code);
  }
  return found;
}

// Magnitudes whose neighbours matter, before signs and steps are applied.
Codes ExtremeMagnitudes(const Format& format) {
  if (format.is_codebook()) {
    return {format.least_positive(), format.max_finite(), format.min_finite()};
  }
  if (!format.is_floating()) return {1, format.max_finite()};
  const std::uint64_t min_normal = std::uint64_t{1} << format.fraction_bits;
  return {1, min_normal, format.max_finite()};
}

// Of posits every length of the run that a regime is, before and behind which the code changes
// most; and behind it every exponent bit alone, and all of them.
Codes RunMagnitudes(const Format& format) {
  Codes found;
  const int body_bits = format.width_bits() - 1;
  const std::uint64_t top = std::uint64_t{1} << body_bits;
  for (int place = 0; place < body_bits; ++place) {
    const std::uint64_t end = std::uint64_t{1} << place;
    for (const std::uint64_t body : {end, top - 2 * end}) {
      found.push_back(body);
      const int least = std::max(place - format.posit.exponent_bits, 0);
      for (int bit = least; bit < place; ++bit) found.push_back(body | std::uint64_t{1} << bit);
      found.push_back(body | (end - (std::uint64_t{1} << least)));
    }
  }
  return found;
}

Codes PowerMagnitudes(const Format& format) {
  if (format.is_posit()) return RunMagnitudes(format);
  Codes found;
  if (format.is_codebook()) return found;
  if (format.is_integer()) {
    for (int bit = 0; bit < format.significand_bits(); ++bit) {
      found.push_back(std::uint64_t{1} << bit);
    }
    return found;
  }
  for (int bit = 0; bit < format.fraction_bits; ++bit) found.push_back(std::uint64_t{1} << bit);
  for (std::uint64_t field = 0; field < std::uint64_t{1} << format.exponent_bits; ++field) {
    found.push_back(field << format.fraction_bits);
  }
  return found;
}

Codes BothSignsAndNeighbours(const Format& format, const Codes& magnitudes) {
  const bool twos_complement =
      format.is_posit() || (format.is_integer() && format.encoding == Encoding::kTwosComplement);
  Codes found;
  for (const std::uint64_t magnitude : magnitudes) {
    for (const std::uint64_t code : {magnitude - 1, magnitude, magnitude + 1}) {
      found.push_back(code);
      found.push_back(twos_complement ? 0 - code : code | format.sign_mask());
    }
  }
  return found;
}

Codes WalkingBits(const Format& format) {
  Codes found;
  for (int bit = 0; bit < format.width_bits(); ++bit) {
    const std::uint64_t one = std::uint64_t{1} << bit;
    found.insert(found.end(), {one, ~one, one - 1, ~(one - 1)});
  }
  return found;
}

Codes Distinct(Codes codes, std::uint64_t mask) {
  for (std::uint64_t& code : codes) code &= mask;
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

}  // namespace

CornerCodes::CornerCodes(const Format& format) : mask_(format.code_mask()) {
  const auto put = [this](Corner corner, Codes codes) {
    codes_[static_cast<std::size_t>(corner)] = Distinct(std::move(codes), mask_);
  };
  put(Corner::kSpecial, SpecialCodes(format));
  put(Corner::kZero, ZeroCodes(format));
  put(Corner::kExtreme, BothSignsAndNeighbours(format, ExtremeMagnitudes(format)));
  put(Corner::kPowerOfTwo, BothSignsAndNeighbours(format, PowerMagnitudes(format)));
  put(Corner::kWalkingBit, WalkingBits(format));

  const std::initializer_list<Corner> share = {
      Corner::kSpecial,    Corner::kZero,       Corner::kExtreme,    Corner::kExtreme,
      Corner::kPowerOfTwo, Corner::kPowerOfTwo, Corner::kWalkingBit, Corner::kWalkingBit};
  int slot = 0;
  for (const Corner corner : share) {
    slots_[slot++] = codes(corner).empty() ? nullptr : &codes(corner);
  }
}

}  // namespace macroscope
