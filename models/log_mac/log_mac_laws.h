// log_mac with its sums in fixed point: unpack, multiply, linear, align, add, accumulate, and read
// if the result shows a code. Twin of rtl/log_mac/log_mac.sv.
#pragma once

#include "models/common/linear_sum_laws.h"
#include "models/log_mac/log_mac_read.h"
#include "models/log_mac/log_mac_unpack.h"

namespace macroscope {

template <typename W>
struct LogMacLaws : LinearSumLaws<W, LogMacShape, LogMacUnpack, LogMacRead<W>> {
  using LinearSumLaws<W, LogMacShape, LogMacUnpack, LogMacRead<W>>::LinearSumLaws;
};

}  // namespace macroscope
