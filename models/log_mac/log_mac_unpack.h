// Both numbers as sign and logarithm, or what stands for one of double-base numbers. Twin of
// rtl/log_mac/log_mac_unpack.sv.
#pragma once

#include <variant>

#include "models/common/double_base_operand.h"
#include "models/common/log_multiply.h"
#include "models/common/operands.h"
#include "models/log_mac/log_mac_shape.h"

namespace macroscope {

struct LogMacUnpack {
  using In = OperandCodes;
  using Out = LogOperands;
  using Operand = std::variant<LogOperandUnpack, DoubleBaseOperandUnpack>;

  Operand a;
  Operand b;

  explicit LogMacUnpack(const LogMacShape& s) : a(Of(s.a, s)), b(Of(s.b, s)) {}

  Out operator()(const In& in) const { return {Number(a, in.a), Number(b, in.b)}; }

 private:
  static Operand Of(const Format& format, const LogMacShape& s) {
    if (format.is_double_base()) {
      return DoubleBaseOperandUnpack(format, s.product.fraction_bits());
    }
    return LogOperandUnpack(format);
  }
  static LogOperand Number(const Operand& operand, std::uint64_t code) {
    return std::visit([code](const auto& unpack) { return unpack(code); }, operand);
  }
};

}  // namespace macroscope
