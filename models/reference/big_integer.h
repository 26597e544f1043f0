// An integer of any size, kept for reuse: GMP's storage grows once and stays.
#pragma once

#include <gmp.h>

namespace macroscope {

class BigInteger {
 public:
  BigInteger() { mpz_init(value_); }
  ~BigInteger() { mpz_clear(value_); }
  BigInteger(const BigInteger&) = delete;
  BigInteger& operator=(const BigInteger&) = delete;

  // Converts to what the functions of GMP's C interface take.
  // NOLINTNEXTLINE(google-explicit-constructor): GMP's calls stay readable
  operator mpz_ptr() { return value_; }
  // NOLINTNEXTLINE(google-explicit-constructor): as above
  operator mpz_srcptr() const { return value_; }

  // -1, 0 or 1.
  int sign() const { return mpz_sgn(value_); }

 private:
  mpz_t value_;
};

}  // namespace macroscope
