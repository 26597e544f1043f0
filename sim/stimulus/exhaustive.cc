#include "sim/stimulus/exhaustive.h"

#include <algorithm>
#include <stdexcept>

#include "models/common/bits.h"

namespace macroscope {

bool Exhaustive::CoversPairs(const Design& design) {
  return design.a.width_bits() + design.b.width_bits() <= kMostExhaustiveBits;
}

bool Exhaustive::CoversAll(const Design& design, int c_bits) {
  return design.a.width_bits() + design.b.width_bits() + c_bits <= kMostExhaustiveBits;
}

Exhaustive::Exhaustive(const Design& design, int c_bits)
    : a_bits_(design.a.width_bits()), b_bits_(design.b.width_bits()) {
  if (!CoversAll(design, c_bits)) {
    throw std::invalid_argument("exhaustive operands: a, b and c have more than 24 bits");
  }
  size_ = std::uint64_t{1} << (a_bits_ + b_bits_ + c_bits);
}

Exhaustive::Exhaustive(const Design& design, int c_bits, std::uint64_t seed, std::uint64_t repeats)
    : a_bits_(design.a.width_bits()), b_bits_(design.b.width_bits()), seed_(seed) {
  if (!CoversPairs(design)) {
    throw std::invalid_argument("exhaustive pairs: a and b have more than 24 bits");
  }
  size_ = (std::uint64_t{1} << (a_bits_ + b_bits_)) * repeats;
  c_source_ = std::make_unique<CornerBiased>(design, c_bits, seed);
}

std::string Exhaustive::extent() const {
  return c_source_ ? "all pairs, random c, seed " + std::to_string(seed_) : "exhaustive";
}

std::size_t Exhaustive::Fill(std::span<std::uint64_t> a, std::span<std::uint64_t> b,
                             std::span<std::uint64_t> c) {
  const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(a.size(), size_ - next_));
  const std::uint64_t a_mask = (std::uint64_t{1} << a_bits_) - 1;
  const std::uint64_t b_mask = (std::uint64_t{1} << b_bits_) - 1;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t index = next_ + i;
    a[i] = index & a_mask;
    b[i] = index >> a_bits_ & b_mask;
    if (!c_source_) c[i] = index >> (a_bits_ + b_bits_);
  }
  next_ += count;
  if (c_source_) c_source_->FillC(a.first(count), b.first(count), c);
  return count;
}

std::unique_ptr<OperandSource> MakeOperandSource(const Design& design, int c_bits,
                                                 std::uint64_t seed, std::uint64_t repeats) {
  if (Exhaustive::CoversAll(design, c_bits)) return std::make_unique<Exhaustive>(design, c_bits);
  if (Exhaustive::CoversPairs(design)) {
    return std::make_unique<Exhaustive>(design, c_bits, seed, repeats);
  }
  return std::make_unique<CornerBiased>(design, c_bits, seed);
}

}  // namespace macroscope
