// A logarithm as a log posit: the string of a posit, rounded like one, beside a sign (Johnson 2018,
// section 4). A number becomes neither 0 nor NaR. Twin of rtl/convert/convert_log_posit_round.sv.
#pragma once

#include "models/common/posit_round.h"
#include "models/convert/convert_log_fraction.h"

namespace macroscope {

struct ConvertLogPositRound {
  using In = ConvertLogFraction::Out;
  struct Out {
    std::uint64_t z = 0;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const ConvertShape& s, Visitor&& visit) const {
      visit("z", s.accumulator.width_bits(), z);
    }
  };

  std::uint64_t sign_mask;
  PositRound magnitude;

  explicit ConvertLogPositRound(const ConvertShape& s)
      : sign_mask(s.accumulator.sign_mask()), magnitude(PositShape::OfResult(s.accumulator)) {}

  Out operator()(const In& in) const {
    if (in.nan) return {sign_mask};
    const std::uint64_t body =
        magnitude({.scale = in.scale, .significand = in.significand, .sticky = in.sticky}).z;
    return {body != 0 && in.sign ? body | sign_mask : body};
  }
};

}  // namespace macroscope
