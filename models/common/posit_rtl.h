// How the posits of a design are spelled as parameters of the RTL (rtl/common/posit_pkg.sv).
#pragma once

#include "models/common/rtl_parameters.h"

namespace macroscope {

// <prefix>Width and <prefix>ExponentSize.
inline void AddPositParameters(const std::string& prefix, const Format& format,
                               RtlParameters& out) {
  out.emplace_back(prefix + "Width", format.posit.width_bits);
  out.emplace_back(prefix + "ExponentSize", format.posit.exponent_bits);
}

// Those of a; of b and of a posit result, which is C, where there are any.
inline RtlParameters PositParameters(const Design& design) {
  RtlParameters out;
  AddPositParameters("A", design.a, out);
  if (HasB(design)) AddPositParameters("B", design.b, out);
  if (!design.accumulator.is_fixed) AddPositParameters("C", design.accumulator.format, out);
  return out;
}

}  // namespace macroscope
