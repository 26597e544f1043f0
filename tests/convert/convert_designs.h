// Designs of convert, and formats that only users have: without subnormals, sign or zero.
#pragma once

#include <string>
#include <vector>

#include "models/design/design.h"
#include "models/formats/catalogue.h"
#include "tests/common/unit_text.h"

namespace macroscope {

// e3 formats with a gap above zero, or no zero, in every meaning of the top codes.
inline std::vector<Format> FormatsWithoutSubnormals() {
  std::vector<Format> formats;
  const auto add = [&](const char* name, int fraction_bits, Specials specials, bool has_sign,
                       bool has_zero) {
    Format f;
    f.name = name;
    f.exponent_bits = 3;
    f.fraction_bits = fraction_bits;
    f.bias = 3;
    f.specials = specials;
    f.has_sign = has_sign;
    f.has_zero = has_zero;
    f.has_subnormals = false;
    formats.push_back(f);
  };
  add("gap_e3m2", 2, Specials::kIeee, true, true);
  add("gap_e3m1", 1, Specials::kTopCodeNan, true, true);
  add("gap_e3m0", 0, Specials::kNone, true, true);
  add("gap_e3m3fnuz", 3, Specials::kNegativeZeroNan, true, true);
  add("gap_e3m2u", 2, Specials::kExtended, false, true);
  add("nozero_e3m1", 1, Specials::kIeee, true, false);
  add("nozero_e3m2u", 2, Specials::kNone, false, false);
  return formats;
}

inline Catalogue ConvertCatalogue() {
  Catalogue catalogue;
  for (const Format& format : FormatsWithoutSubnormals()) catalogue.Add(format);
  return catalogue;
}

inline DesignText ConvertText(const std::string& operands, const std::string& to) {
  return UnitText("convert", operands, to);
}

}  // namespace macroscope
