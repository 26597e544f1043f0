#include "sim/stimulus/random_bits.h"

#include "models/common/word.h"

namespace macroscope {

RandomBits::RandomBits(const Design& design, int c_bits, std::uint64_t seed)
    : seed_(seed),
      a_bits_(OperandABits(design)),
      b_bits_(OperandBBits(design)),
      c_bits_(c_bits),
      rounding_(design),
      random_(seed) {}

std::string RandomBits::extent() const { return "random bits, seed " + std::to_string(seed_); }

std::size_t RandomBits::Fill(const OperandBuffers& out) {
  for (std::size_t i = 0; i < out.count; ++i) {
    Draw(a_bits_, LimbsOf(out.a, static_cast<std::size_t>(LimbsFor(a_bits_)), i));
    Draw(b_bits_, LimbsOf(out.b, static_cast<std::size_t>(LimbsFor(b_bits_)), i));
    DrawRest(out, i);
  }
  return out.count;
}

void RandomBits::Complete(const OperandBuffers& out) {
  for (std::size_t i = 0; i < out.count; ++i) DrawRest(out, i);
}

void RandomBits::DrawRest(const OperandBuffers& out, std::size_t i) {
  Draw(c_bits_, LimbsOf(out.c, static_cast<std::size_t>(LimbsFor(c_bits_)), i));
  out.r[i] = rounding_.Draw(random_);
}

void RandomBits::Draw(int width_bits, std::span<std::uint64_t> code) {
  for (std::uint64_t& limb : code) {
    const std::uint64_t kind = random_.Below(8);
    const std::uint64_t word = kind == 0 ? 0 : kind == 1 ? ~std::uint64_t{0} : random_.Next();
    limb = word & LowMask<Word64>(width_bits);
    width_bits -= 64;
  }
}

}  // namespace macroscope
