// Codes of one lane's element, by what they do to a sum of many.
#pragma once

#include <cstdint>
#include <vector>

#include "sim/stimulus/corner_codes.h"
#include "sim/stimulus/guess.h"
#include "sim/stimulus/random.h"

namespace macroscope {

class ElementCodes {
 public:
  explicit ElementCodes(const Format& format);

  // As CornerCodes::Draw, but a number: of many lanes one would nearly always be a NaN.
  std::uint64_t Finite(Random& random) const;
  // A NaN or an infinity; a number where there is neither.
  std::uint64_t Special(Random& random) const;
  // Of either sign. The least magnitude where there is no zero.
  std::uint64_t Zero(Random& random) const;
  // A subnormal; without subnormals one of the least magnitudes. Of either sign.
  std::uint64_t Tiny(Random& random) const;
  std::uint64_t Greatest(bool negative) const;
  // Of the opposite value, or the nearest to it; the same code where there is none.
  std::uint64_t Negated(std::uint64_t code) const;
  // About 2^steps times as much.
  std::uint64_t Shifted(std::uint64_t code, int steps) const;

  bool IsFinite(std::uint64_t code) const;
  bool has_special() const { return !corners_.codes(Corner::kSpecial).empty(); }
  const Guesser& guess() const { return guess_; }
  const Format& format() const { return guess_.format(); }

 private:
  std::uint64_t OfEitherSign(std::uint64_t magnitude, Random& random) const {
    return random.Next() >> 63 != 0 ? Negated(magnitude) : magnitude;
  }

  CornerCodes corners_;
  Guesser guess_;
  std::vector<std::uint64_t> finite_;  // Corners that are numbers.
};

}  // namespace macroscope
