// The product against the accumulator, which is a code: which of them is the larger, and how far
// the other's logarithm lies below. Twin of rtl/log_mac/log_mac_order.sv.
#pragma once

#include "models/common/log_multiply.h"
#include "models/common/log_order.h"

namespace macroscope {

struct LogMacOrder {
  struct In {
    LogMultiply::Out product;
    std::uint64_t addend = 0;
  };
  using Out = LogOrder::Out;

  LogOrder order;
  LogOperandUnpack number;

  explicit LogMacOrder(const LogSumShape& s) : order{s}, number(s.z) {}

  Out operator()(const In& in) const {
    const LogMultiply::Out& product = in.product;
    return order({{product.sign, product.log, product.zero, false}, number(in.addend)});
  }
};

}  // namespace macroscope
