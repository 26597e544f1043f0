#include "models/reference/code_sums.h"

#include <algorithm>

#include "models/formats/decode.h"

namespace macroscope {

CodeSums::CodeSums(const Design& design)
    : design_(design),
      sum_bits_(design.accumulator.width_bits),
      word_bits_((sum_bits_ << design.a.width_bits()) + FlagBits(design)) {}

void CodeSums::Start(const std::uint64_t* c) {
  mpz_set_ui(word_, 0);
  if (c != nullptr) {
    mpz_import(word_, static_cast<std::size_t>(limbs()), -1, sizeof *c, 0, 0, c);
  }
}

void CodeSums::AddProduct(std::uint64_t a, std::uint64_t b) {
  const Decoded number = Decode(design_.b, b);
  if (!number.is_finite()) {
    mpz_setbit(word_, static_cast<mp_bitcnt_t>(word_bits_ - 1));
    return;
  }
  const auto place = (a & design_.a.code_mask()) * static_cast<std::uint64_t>(sum_bits_);
  const auto bits = static_cast<mp_bitcnt_t>(sum_bits_);
  BigInteger sum, value;
  mpz_fdiv_q_2exp(sum, word_, place);
  mpz_fdiv_r_2exp(sum, sum, bits);
  // Out of the word, and back in once it is grown.
  mpz_mul_2exp(value, sum, place);
  mpz_sub(word_, word_, value);
  mpz_set_ui(value, number.significand);
  mpz_mul_2exp(value, value,
               static_cast<mp_bitcnt_t>(number.exponent - design_.b.min_quantum_exponent()));
  if (number.negative) mpz_neg(value, value);
  mpz_add(sum, sum, value);
  mpz_fdiv_r_2exp(sum, sum, bits);
  mpz_mul_2exp(sum, sum, place);
  mpz_add(word_, word_, sum);
}

void CodeSums::Store(std::uint64_t* z) {
  std::fill_n(z, limbs(), 0);
  mpz_export(z, nullptr, -1, sizeof *z, 0, 0, word_);
}

}  // namespace macroscope
