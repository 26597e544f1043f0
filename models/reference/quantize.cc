#include <bit>
#include <stdexcept>

#include "models/formats/decode.h"
#include "models/reference/product.h"
#include "models/reference/rounding.h"

namespace macroscope {
namespace {

struct Storage {
  BigInteger value;
  BigInteger scratch;
};

Format Binary64() {
  Format format;
  format.name = "fp64";
  format.exponent_bits = 11;
  format.fraction_bits = 52;
  format.bias = 1023;
  return format;
}

}  // namespace

Quantized Quantize(const Format& from, std::uint64_t code, const Format& to, Rounding rounding,
                   Overflow overflow, std::uint64_t random, int random_bits) {
  if (random_bits < 0 || random_bits > 64) {
    throw std::invalid_argument("stochastic rounding takes 0 to 64 random bits, not " +
                                std::to_string(random_bits));
  }
  thread_local Storage storage;
  const Decoded value = Decode(from, code);
  switch (value.number_class) {
    case NumberClass::kNan:
      return NanResult(to, IsSignaling(from, code));
    case NumberClass::kInfinity:
      return InfinityResult(to, value.negative, overflow, /*clamps=*/true);
    case NumberClass::kZero:
      return ZeroResult(to, value.negative);
    case NumberClass::kSubnormal:
    case NumberClass::kNormal:
      break;
  }
  mpz_set_ui(storage.value, value.significand);
  if (value.negative) mpz_neg(storage.value, storage.value);
  const RoundingChoice choice{rounding, overflow, random, random_bits};
  return RoundFinite(storage.value, value.exponent, to, choice, storage.scratch);
}

Quantized Quantize(double value, const Format& to, Rounding rounding, Overflow overflow,
                   std::uint64_t random, int random_bits) {
  static const Format binary64 = Binary64();
  return Quantize(binary64, std::bit_cast<std::uint64_t>(value), to, rounding, overflow, random,
                  random_bits);
}

}  // namespace macroscope
