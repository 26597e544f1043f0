#include "models/tables/code_boundaries.h"

// Before mpfr.h, for its integer types.
#include <stdint.h>

#include <mpfr.h>

namespace macroscope {
namespace {

// A sum of numbers of binary32 is exact in so many bits, of any three and one beyond all of them.
constexpr mpfr_prec_t kExactBits = 1400;

// The sign of 2 x - (low + high).
int AgainstMiddle(double x, double low, double high) {
  mpfr_t sum;
  mpfr_init2(sum, kExactBits);
  mpfr_set_d(sum, x, MPFR_RNDN);
  mpfr_mul_ui(sum, sum, 2, MPFR_RNDN);
  mpfr_sub_d(sum, sum, low, MPFR_RNDN);
  mpfr_sub_d(sum, sum, high, MPFR_RNDN);
  const int sign = mpfr_sgn(sum);
  mpfr_clear(sum);
  return sign;
}

}  // namespace

bool BelongsAbove(const Codebook& codebook, const std::vector<int>& order, std::size_t place,
                  double x) {
  if (!codebook.thresholds.empty()) return x > static_cast<double>(codebook.thresholds[place]);
  const int side =
      AgainstMiddle(x, codebook.values[order[place]], codebook.values[order[place + 1]]);
  return side > 0 || (side == 0 && order[place + 1] < order[place]);
}

}  // namespace macroscope
