// The kernel for products of matrices with the instructions of AVX-512.
#include <algorithm>
#include <cstring>
#include <type_traits>

#include "models/batch/block.h"
#include "models/batch/block_gemm_plan.h"
#include "models/batch/float_plan.h"
#include "models/design/flags.h"

// From here on, so that no function of another header is compiled for this machine alone.
#if defined(__x86_64__) && !defined(__clang__)  // Which knows no such pragma.
#pragma GCC target("avx512f,avx512dq,avx512vl,avx512bw,avx2,fma")
#endif
#include "models/batch/block_gemm_kernel.h"

namespace macroscope {

void BlockGemmAvx512(const BlockGemmPlan& plan, const GemmWork& work) {
  RunBlockGemm<8>(plan, work);
}

}  // namespace macroscope
