#include "models/batch/host.h"

#if defined(__x86_64__)
#include <xmmintrin.h>
#endif

namespace macroscope {

#if defined(__x86_64__)

Instructions HostInstructions() {
  const bool avx2 = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
  const bool avx512 = __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
                      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
  if (avx2 && avx512) return Instructions::kAvx512;
  return avx2 ? Instructions::kAvx2 : Instructions::kPortable;
}

PlainDoubles::PlainDoubles() : saved_(_mm_getcsr()) {
  constexpr std::uint32_t kMaskedToNearest = 0x1f80;  // MXCSR as a process starts with it.
  _mm_setcsr(kMaskedToNearest);
}
PlainDoubles::~PlainDoubles() { _mm_setcsr(saved_); }

#else

Instructions HostInstructions() { return Instructions::kPortable; }
PlainDoubles::PlainDoubles() = default;
PlainDoubles::~PlainDoubles() = default;

#endif

}  // namespace macroscope
