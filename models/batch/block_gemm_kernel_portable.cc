// The kernel for products of matrices with whatever the compiler takes for granted.
#include <algorithm>
#include <cstring>
#include <type_traits>

#include "models/batch/block.h"
#include "models/batch/block_gemm_plan.h"
#include "models/batch/float_plan.h"
#include "models/design/flags.h"

#include "models/batch/block_gemm_kernel.h"

namespace macroscope {

void BlockGemmPortable(const BlockGemmPlan& plan, const GemmWork& work) {
  RunBlockGemm<4>(plan, work);
}

}  // namespace macroscope
