// The kernel for sums and products of integers with the instructions of AVX-512.
#include <cstring>

#include "models/batch/block.h"
#include "models/batch/integer_plan.h"

// From here on, so that no function of another header is compiled for this machine alone.
#if defined(__x86_64__) && !defined(__clang__)  // Which knows no such pragma.
#pragma GCC target("avx512f,avx512dq,avx512vl,avx512bw,avx2,fma")
#endif
#include "models/batch/integer_kernel.h"

namespace macroscope {

void IntegerKernelAvx512(const IntegerPlan& plan, const Block& block) {
  RunInteger<8>(plan, block);
}

}  // namespace macroscope
