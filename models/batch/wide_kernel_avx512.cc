// The kernel for results of any floating format with the instructions of AVX-512.
#include <cstring>
#include <type_traits>

#include "models/batch/block.h"
#include "models/batch/wide_plan.h"
#include "models/design/flags.h"

// From here on, so that no function of another header is compiled for this machine alone.
#if defined(__x86_64__) && !defined(__clang__)  // Which knows no such pragma.
#pragma GCC target("avx512f,avx512dq,avx512vl,avx512bw,avx2,fma")
#endif
#include "models/batch/wide_kernel.h"

namespace macroscope {

void WideKernelAvx512(const WidePlan& plan, const Block& block) {
  RunRounding<8, WideLanes>(plan, block);
}

}  // namespace macroscope
