// Both numbers as sign and logarithm. Twin of rtl/log_add/log_add_unpack.sv.
#pragma once

#include "models/common/operands.h"
#include "models/log_add/log_add_shape.h"

namespace macroscope {

struct LogAddUnpack {
  using In = OperandCodes;
  struct Out {
    LogOperand a;
    LogOperand b;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const LogAddShape& s, Visitor&& visit) const {
      visit("a_sign", 1, a.sign);
      visit("a_log", s.log_bits, a.log);
      visit("a_zero", 1, a.zero);
      visit("b_sign", 1, b.sign);
      visit("b_log", s.log_bits, b.log);
      visit("b_zero", 1, b.zero);
    }
  };

  LogOperandUnpack number;

  explicit LogAddUnpack(const LogAddShape& s) : number(s.format) {}

  Out operator()(const In& in) const { return {number(in.a), number(in.b)}; }
};

}  // namespace macroscope
