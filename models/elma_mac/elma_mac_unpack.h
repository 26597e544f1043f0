// Both log posits as sign and logarithm. Twin of rtl/elma_mac/elma_mac_unpack.sv.
#pragma once

#include "models/common/log_multiply.h"
#include "models/common/operands.h"
#include "models/elma_mac/elma_mac_shape.h"

namespace macroscope {

struct ElmaMacUnpack {
  using In = OperandCodes;
  using Out = LogOperands;

  ElmaMacShape shape;

  Out operator()(const In& in) const { return {Number(in.a), Number(in.b)}; }

 private:
  // | sign | run of like bits, an unlike one | exponent | fraction |
  LogOperand Number(std::uint64_t code) const {
    const int n = shape.body_bits();
    const auto bit = [&](int place) { return (code >> place & 1) != 0; };
    LogOperand out{.sign = bit(n)};
    const bool ones = bit(n - 1);
    int place = n - 1;
    while (place >= 0 && bit(place) == ones) --place;
    const int run = n - 1 - place;
    --place;  // The unlike bit.
    // What the code has no room for is 0.
    std::int64_t log = ones ? run - 1 : -run;
    for (int i = 0; i < shape.layout.exponent_bits + shape.fraction_bits(); ++i, --place) {
      log = 2 * log + (place >= 0 && bit(place) ? 1 : 0);
    }
    const bool empty = !ones && run == n;
    out.log = log;
    out.zero = empty && !out.sign;
    out.nan = empty && out.sign;
    return out;
  }
};

}  // namespace macroscope
