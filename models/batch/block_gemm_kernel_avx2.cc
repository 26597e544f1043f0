// The kernel for products of matrices with the instructions of AVX2.
#include <algorithm>
#include <cstring>
#include <type_traits>

#include "models/batch/block.h"
#include "models/batch/block_gemm_plan.h"
#include "models/batch/float_plan.h"
#include "models/design/flags.h"

// From here on, so that no function of another header is compiled for this machine alone.
#if defined(__x86_64__) && !defined(__clang__)  // Which knows no such pragma.
#pragma GCC target("avx2,fma")
#endif
#include "models/batch/block_gemm_kernel.h"

namespace macroscope {

void BlockGemmAvx2(const BlockGemmPlan& plan, const GemmWork& work) { RunBlockGemm<4>(plan, work); }

}  // namespace macroscope
