#include "tests/agreement/triples.h"

#include <algorithm>

namespace macroscope {
namespace {

constexpr int kBits = 24;
constexpr std::uint64_t kMask = (std::uint64_t{1} << kBits) - 1;

// One to one on 24 bits: each step can be undone.
std::uint64_t Scatter(std::uint64_t index, std::uint64_t seed) {
  std::uint64_t x = (index + seed * 0x9E3779) & kMask;
  for (const std::uint64_t odd : {0xA2C5B5, 0x5D39E9}) {
    x ^= x >> 13;
    x = x * odd & kMask;
    x ^= x >> 11;
  }
  return x;
}

}  // namespace

Triples::Triples(const Design& design, std::uint64_t share, std::uint64_t seed)
    : share_(share),
      seed_(seed),
      modes_(design.rounding == Rounding::kPort ? kPortModes : 1),
      random_bits_(design.random_bits),
      size_((modes_ << kBits) / share),
      random_(seed) {}

std::string Triples::extent() const {
  if (share_ == 1) return "all triples";
  return "1/" + std::to_string(share_) + " of all triples, seed " + std::to_string(seed_);
}

std::size_t Triples::Fill(const OperandBuffers& out) {
  const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(out.count, size_ - next_));
  for (std::size_t i = 0; i < count; ++i) {
    // The mode changes fastest, so that a share has all of them.
    const std::uint64_t index = next_ + i;
    const std::uint64_t triple = share_ == 1 ? index / modes_ : Scatter(index / modes_, seed_);
    out.a[i] = triple & 0xFF;
    out.b[i] = triple >> 8 & 0xFF;
    out.c[i] = triple >> 16;
    out.r[i] = index % modes_;
    if (random_bits_ > 0) out.r[i] = random_.Next() >> (64 - random_bits_);
  }
  next_ += count;
  return count;
}

}  // namespace macroscope
