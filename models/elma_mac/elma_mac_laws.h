// elma_mac: unpack, multiply, linear, align, add, accumulate, and read if the result shows a code.
// Twin of rtl/elma_mac/elma_mac.sv. After Johnson 2018, Rethinking floating point for deep
// learning, section 4 (ELMA: exact log-linear multiply-add).
#pragma once

#include "models/common/linear_sum_laws.h"
#include "models/elma_mac/elma_mac_read.h"
#include "models/elma_mac/elma_mac_unpack.h"

namespace macroscope {

template <typename W>
struct ElmaMacLaws : LinearSumLaws<W, ElmaMacShape, ElmaMacUnpack, ElmaMacRead<W>> {
  using LinearSumLaws<W, ElmaMacShape, ElmaMacUnpack, ElmaMacRead<W>>::LinearSumLaws;
};

}  // namespace macroscope
