// A number of MPFR, of a precision that can be chosen anew.
#pragma once

#include <gmp.h>
// After gmp.h, for the conversions between the two.
#include <mpfr.h>

namespace macroscope {

class BigFloat {
 public:
  BigFloat() { mpfr_init2(value_, 64); }
  ~BigFloat() { mpfr_clear(value_); }
  BigFloat(const BigFloat&) = delete;
  BigFloat& operator=(const BigFloat&) = delete;

  // Converts to what the functions of MPFR's C interface take.
  // NOLINTNEXTLINE(google-explicit-constructor): MPFR's calls stay readable
  operator mpfr_ptr() { return value_; }
  // NOLINTNEXTLINE(google-explicit-constructor): as above
  operator mpfr_srcptr() const { return value_; }

  // -1, 0 or 1.
  int sign() const { return mpfr_sgn(value_); }
  // Forgets the value.
  void SetPrecision(mpfr_prec_t bits) { mpfr_set_prec(value_, bits); }

 private:
  mpfr_t value_;
};

}  // namespace macroscope
