#include "models/reference/fixed_sum.h"

#include "models/reference/reference.h"

namespace macroscope {
namespace {

constexpr unsigned kNan = 1, kPositiveInfinity = 2, kNegativeInfinity = 4;

}  // namespace

FixedSum::FixedSum(const Design& design)
    : design_(design),
      width_bits_(design.accumulator.width_bits),
      flag_bits_(HasC(design) ? FlagBits(design) : 0),
      quantum_(ExactTerm(design).least_exponent) {
  mpz_setbit(modulus_, width_bits_);
  mpz_setbit(most_, width_bits_ - 1);
  mpz_neg(least_, most_);
  mpz_sub_ui(most_, most_, 1);
}

void FixedSum::Add(Term& term) {
  if (term.number_class == NumberClass::kNan) {
    flags_ |= kNan;
  } else if (term.number_class == NumberClass::kInfinity) {
    flags_ |= term.negative ? kNegativeInfinity : kPositiveInfinity;
  } else {
    mpz_mul_2exp(term.value, term.value, term.exponent - quantum_);
    mpz_add(sum_, sum_, term.value);
  }
}

void FixedSum::AddProduct(std::uint64_t a, std::uint64_t b) {
  if (design_.unit == UnitKind::kIntAdd) {
    Load(design_.a, a, /*flush=*/false, term_);
    Add(term_);
    Load(design_.b, b, /*flush=*/false, term_);
  } else {
    Multiply(design_.a, a, design_.b, b, /*flush=*/false, term_);
  }
  Add(term_);
}

void FixedSum::Start(const std::uint64_t* c) {
  mpz_set_ui(sum_, 0);
  flags_ = 0;
  if (c != nullptr && HasC(design_)) LoadWord(c);
}

void FixedSum::LoadWord(const std::uint64_t* c) {
  mpz_import(sum_, limbs(), -1, sizeof(std::uint64_t), 0, 0, c);
  for (int i = 0; i < flag_bits_; ++i) {
    if (mpz_tstbit(sum_, width_bits_ + i)) flags_ |= 1U << i;
  }
  mpz_tdiv_r_2exp(sum_, sum_, width_bits_);
  if (mpz_tstbit(sum_, width_bits_ - 1)) mpz_sub(sum_, sum_, modulus_);
}

void FixedSum::Store(std::uint64_t* z) {
  if (design_.overflow == Overflow::kSaturate) {
    if (mpz_cmp(sum_, most_) > 0) mpz_set(sum_, most_);
    if (mpz_cmp(sum_, least_) < 0) mpz_set(sum_, least_);
  }
  mpz_fdiv_r_2exp(sum_, sum_, width_bits_);
  for (int i = 0; i < limbs(); ++i) z[i] = mpz_getlimbn(sum_, i);
  for (int i = 0; i < flag_bits_; ++i) {
    const int bit = width_bits_ + i;
    z[bit / 64] |= std::uint64_t{flags_ >> i & 1} << (bit % 64);
  }
}

}  // namespace macroscope
