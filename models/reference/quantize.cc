#include <bit>
#include <stdexcept>

#include "models/formats/catalogue.h"
#include "models/reference/rounding.h"
#include "models/reference/term.h"

namespace macroscope {
namespace {

struct Storage {
  Term value;
  BigInteger scratch;
};

}  // namespace

Quantized Quantize(const Format& from, std::uint64_t code, const Format& to, Rounding rounding,
                   Overflow overflow, std::uint64_t random, int random_bits) {
  if (random_bits < 0 || random_bits > 64) {
    throw std::invalid_argument("stochastic rounding takes 0 to 64 random bits, not " +
                                std::to_string(random_bits));
  }
  if (to.is_posit() && rounding != Rounding::kTiesToEven) {
    throw std::invalid_argument("posits round to nearest, ties to even, and '" + to.name +
                                "' in no other way");
  }
  if (to.is_alternative() && !to.is_posit()) {
    throw std::invalid_argument("'" + to.name + "' is of family " + FamilyText(to.family) +
                                ", which LogOperation, ElmaOperation or NearestCode round into");
  }
  thread_local Storage storage;
  Load(from, code, /*flush=*/false, storage.value);
  const RoundingChoice choice{
      .rounding = rounding, .overflow = overflow, .random = random, .random_bits = random_bits};
  return RoundTerm(storage.value, to, choice, /*clamps=*/true, storage.scratch);
}

Quantized Quantize(double value, const Format& to, Rounding rounding, Overflow overflow,
                   std::uint64_t random, int random_bits) {
  static const Format binary64 = Catalogue().Find("fp64");
  return Quantize(binary64, std::bit_cast<std::uint64_t>(value), to, rounding, overflow, random,
                  random_bits);
}

}  // namespace macroscope
