// The kernel for fixed-point accumulators with the instructions of AVX2.
#include "models/batch/fixed_plan.h"

#include <algorithm>
#include <cstring>
#include <type_traits>
#include <utility>
#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "models/batch/block.h"

// From here on, so that no function of another header is compiled for this machine alone.
#if defined(__x86_64__) && !defined(__clang__)  // Which knows no such pragma.
#pragma GCC target("avx2,fma")
#endif
#include "models/batch/fixed_kernel.h"

namespace macroscope {

void FixedKernelAvx2(const FixedPlan& plan, const Block& block) { RunFixed<4>(plan, block); }
void FixedSumAvx2(const FixedPlan& plan, const Block& block) { SumFixed<4>(plan, block); }

}  // namespace macroscope
