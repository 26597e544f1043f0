#include "models/reference/posit_operation.h"

#include <stdexcept>
#include <utility>

#include "models/reference/hex_word.h"

namespace macroscope {

std::uint64_t RoundQuire(const Format& posit, std::span<const std::uint64_t> quire,
                         const Format& z) {
  const int bits = posit.posit.quire_bits();
  Term term;
  BigInteger scratch;
  mpz_import(term.value, quire.size(), -1, sizeof(std::uint64_t), 0, 0, quire.data());
  if (mpz_tstbit(term.value, bits) != 0) return z.canonical_nan();
  mpz_fdiv_r_2exp(term.value, term.value, bits);
  if (mpz_tstbit(term.value, bits - 1) != 0) {
    mpz_setbit(scratch, bits);
    mpz_sub(term.value, term.value, scratch);
  }
  term.exponent = posit.posit.quire_quantum_exponent();
  const bool is_zero = term.value.sign() == 0;
  term.number_class = is_zero ? NumberClass::kZero : NumberClass::kNormal;
  return RoundTerm(term, z, {}, /*clamps=*/false, scratch).code;
}

PositOperation::PositOperation(Format a, Format b, Format z)
    : a_(std::move(a)), b_(std::move(b)), z_(std::move(z)) {
  for (const Format* format : {&a_, &b_, &z_}) {
    if (!format->is_posit()) {
      throw std::invalid_argument("posit arithmetic takes posits, not '" + format->name + "'");
    }
  }
}

std::uint64_t PositOperation::Round() {
  return RoundTerm(exact_, z_, {}, /*clamps=*/false, scratch_).code;
}

std::uint64_t PositOperation::Add(std::uint64_t a, std::uint64_t b) {
  Load(a_, a, /*flush=*/false, exact_);
  Load(b_, b, /*flush=*/false, addend_);
  macroscope::Add(exact_, addend_, /*minus_zero=*/false);
  return Round();
}

std::uint64_t PositOperation::Subtract(std::uint64_t a, std::uint64_t b) {
  // The negative of a posit is its two's complement, of zero and NaR too.
  return Add(a, (~b + 1) & b_.code_mask());
}

std::uint64_t PositOperation::Multiply(std::uint64_t a, std::uint64_t b) {
  macroscope::Multiply(a_, a, b_, b, /*flush=*/false, exact_);
  return Round();
}

std::uint64_t PositOperation::Fma(std::uint64_t a, std::uint64_t b, std::uint64_t c) {
  macroscope::Multiply(a_, a, b_, b, /*flush=*/false, exact_);
  Load(z_, c, /*flush=*/false, addend_);
  macroscope::Add(exact_, addend_, /*minus_zero=*/false);
  return Round();
}

void PositOperation::Sum(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) {
  if (a.size() != b.size()) throw std::invalid_argument("the operands' counts differ");
  Load(z_, 0, /*flush=*/false, exact_);
  for (std::size_t i = 0; i < a.size(); ++i) {
    macroscope::Multiply(a_, a[i], b_, b[i], /*flush=*/false, addend_);
    macroscope::Add(exact_, addend_, /*minus_zero=*/false);
  }
}

std::uint64_t PositOperation::Dot(std::span<const std::uint64_t> a,
                                  std::span<const std::uint64_t> b) {
  Sum(a, b);
  return Round();
}

std::string PositOperation::QuireWord(std::span<const std::uint64_t> a,
                                      std::span<const std::uint64_t> b) {
  if (a_ != b_) {
    throw std::invalid_argument("a quire is of one posit, not of '" + a_.name + "' and '" +
                                b_.name + "'");
  }
  Sum(a, b);
  const int bits = a_.posit.quire_bits();
  BigInteger word;
  if (exact_.number_class == NumberClass::kNan) {
    mpz_setbit(word, bits - 1);
  } else if (exact_.number_class != NumberClass::kZero) {
    // Every product is a multiple of the quire's least bit, and so is the sum.
    const int shift = exact_.exponent - a_.posit.quire_quantum_exponent();
    if (shift >= 0) {
      mpz_mul_2exp(word, exact_.value, shift);
    } else {
      mpz_fdiv_q_2exp(word, exact_.value, -shift);
    }
  }
  return HexWord(word, bits);
}

}  // namespace macroscope
