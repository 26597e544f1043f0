// How the posits of a design are spelled as parameters of the RTL (rtl/common/posit_pkg.sv).
#pragma once

#include "models/common/rtl_parameters.h"

namespace macroscope {

// AWidth and AExponentSize; the same of b and of a posit result, which is C, where there are any.
inline RtlParameters PositParameters(const Design& design) {
  RtlParameters out;
  const auto add = [&out](const std::string& prefix, const Format& format) {
    out.emplace_back(prefix + "Width", format.posit.width_bits);
    out.emplace_back(prefix + "ExponentSize", format.posit.exponent_bits);
  };
  add("A", design.a);
  if (HasB(design)) add("B", design.b);
  if (!design.accumulator.is_fixed) add("C", design.accumulator.format);
  return out;
}

}  // namespace macroscope
