#include "sim/stimulus/quire_words.h"

#include <algorithm>

#include "sim/stimulus/addend.h"
#include "sim/stimulus/fixed_word.h"
#include "sim/stimulus/guess.h"

namespace macroscope {

QuireWords::QuireWords(const Design& design, std::uint64_t seed)
    : seed_(seed), code_bits_(OperandABits(design)), random_(seed) {}

std::string QuireWords::extent() const { return "random, seed " + std::to_string(seed_); }

std::size_t QuireWords::Fill(const OperandBuffers& out) {
  const auto limbs = static_cast<std::size_t>(LimbsFor(code_bits_));
  const int word_bits = code_bits_ - 1;
  for (std::size_t i = 0; i < out.count; ++i) {
    const Limbs word = out.a.subspan(i * limbs, limbs);
    DrawFixedCorner(random_, word_bits, word);
    ZeroExtend(word, word_bits);
    if (random_.Next() >> 58 == 0) AddShifted(word, 1, word_bits);
    out.b[i] = 0;
    out.c[i] = 0;
    out.r[i] = 0;
  }
  return out.count;
}

// There is nothing beside the word.
void QuireWords::Complete(const OperandBuffers& out) {
  std::ranges::fill(out.r.first(out.count), 0);
}

std::vector<std::uint64_t> RunningQuires(const Format& posit, std::span<const std::uint64_t> a,
                                         std::span<const std::uint64_t> b, std::uint64_t length) {
  const Guesser value(posit);
  const int word_bits = posit.posit.quire_bits();
  const auto limbs = static_cast<std::size_t>(LimbsFor(QuireCodeBits(posit)));
  std::vector<std::uint64_t> quires(a.size() * limbs);
  std::vector<std::uint64_t> sum(limbs);
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (i % length == 0) SetInteger(sum, 0);
    AddProduct(sum, posit.posit.quire_quantum_exponent(), {value.Value(a[i]), value.Value(b[i])});
    ZeroExtend(sum, word_bits);
    std::ranges::copy(sum, quires.begin() + static_cast<std::ptrdiff_t>(i * limbs));
  }
  return quires;
}

}  // namespace macroscope
