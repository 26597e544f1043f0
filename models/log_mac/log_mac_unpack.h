// Both numbers as sign and logarithm. Twin of rtl/log_mac/log_mac_unpack.sv.
#pragma once

#include "models/common/log_multiply.h"
#include "models/common/operands.h"
#include "models/log_mac/log_mac_shape.h"

namespace macroscope {

struct LogMacUnpack {
  using In = OperandCodes;
  using Out = LogOperands;

  LogOperandUnpack a;
  LogOperandUnpack b;

  explicit LogMacUnpack(const LogMacShape& s) : a(s.a), b(s.b) {}

  Out operator()(const In& in) const { return {a(in.a), b(in.b)}; }
};

}  // namespace macroscope
