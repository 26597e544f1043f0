// Every derived width of conversions into codes of a codebook. Twin of
// rtl/convert/convert_to_codebook.sv.
#pragma once

#include "models/common/word.h"
#include "models/design/design.h"

namespace macroscope {

struct ConvertCodeShape {
  Format a;
  bool by_magnitude = false;  // Codes have a sign bit, and go by magnitudes.
  int key_bits = 0;           // An operand as an unsigned number that grows with its value.
  int place_bits = 0;         // Of the values, ascending.
  int z_bits = 0;

  bool is_twos_complement() const {
    return a.is_integer() && a.encoding == Encoding::kTwosComplement;
  }

  static ConvertCodeShape Derive(const Design& design) {
    const Codebook& codebook = design.accumulator.format.codebook;
    ConvertCodeShape s;
    s.a = design.a;
    s.by_magnitude = codebook.has_sign;
    // The magnitude of the least two's complement number needs all bits.
    const bool drops_sign = s.by_magnitude && s.a.sign_mask() != 0 && !s.is_twos_complement();
    s.key_bits = s.a.width_bits() - (drops_sign ? 1 : 0);
    s.place_bits = BitLength(Word64{codebook.values.size() - 1});
    s.z_bits = codebook.width_bits();
    return s;
  }
};

}  // namespace macroscope
