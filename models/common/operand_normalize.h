// Brings the significand's highest one to the top and lowers the exponent by as much, so that
// subnormals and integers enter the multiplier like normal numbers. Zero stays zero.
// Twin of rtl/common/operand_normalize.sv.
#pragma once

#include "models/common/operand_unpack.h"

namespace macroscope {

struct OperandNormalize {
  int significand_bits = 0;
  bool normalized = false;  // The format has only normalized significands, and perhaps zero.

  OperandNormalize() = default;
  explicit OperandNormalize(const Format& f)
      : significand_bits(f.significand_bits()), normalized(f.is_floating() && !f.has_subnormals) {}
  OperandNormalize(const Format& f, const Design& design) : OperandNormalize(f) {
    normalized = normalized || (f.is_floating() && FlushesInputs(design));
  }

  constexpr OperandUnpack::Out operator()(OperandUnpack::Out x) const {
    if (normalized) return x;
    const int missing = significand_bits - BitLength(x.significand);
    x.exponent -= missing;
    x.significand <<= missing;  // Zero: a shift by significand_bits, at most 53.
    return x;
  }
};

}  // namespace macroscope
