// The kernel for floating results within a double with the instructions of AVX2.
#include <cstring>
#include <type_traits>

#include "models/batch/block.h"
#include "models/batch/float_plan.h"
#include "models/design/flags.h"

// From here on, so that no function of another header is compiled for this machine alone.
#if defined(__x86_64__) && !defined(__clang__)  // Which knows no such pragma.
#pragma GCC target("avx2,fma")
#endif
#include "models/batch/float_kernel.h"

namespace macroscope {

void FloatKernelAvx2(const FloatPlan& plan, const Block& block) {
  RunRounding<4, FloatLanes>(plan, block);
}
std::uint64_t FloatSumAvx2(const FloatPlan& plan, const Block& block, std::uint64_t c0) {
  return SumRounding<4, FloatLanes>(plan, block, c0);
}

}  // namespace macroscope
