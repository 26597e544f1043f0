// The operand, a logarithm, as sign and logarithm in steps. Twin of
// rtl/convert/convert_log_unpack.sv.
#pragma once

#include "models/common/log_operand.h"
#include "models/common/operands.h"
#include "models/convert/convert_shape.h"

namespace macroscope {

struct ConvertLogUnpack {
  using In = OperandCodes;
  struct Out {
    bool sign = false;
    std::int64_t log = 0;
    bool zero = false;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const ConvertShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("log", s.log_bits, log);
      visit("zero", 1, zero);
    }
  };

  LogOperandUnpack operand;

  explicit ConvertLogUnpack(const ConvertShape& s) : operand(s.design.a) {}

  Out operator()(const In& in) const {
    const LogOperand x = operand(in.a);
    return {x.sign, x.log, x.zero};
  }
};

}  // namespace macroscope
