#include "sim/stimulus/exhaustive.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace macroscope {
namespace {

std::uint64_t RoundingCodes(const Design& design) {
  return design.rounding == Rounding::kPort ? kPortModes : std::uint64_t{1} << design.random_bits;
}

}  // namespace

bool Exhaustive::CoversPairs(const Design& design) {
  return OperandABits(design) + OperandBBits(design) <= kMostExhaustiveBits;
}

bool Exhaustive::CoversAll(const Design& design, int c_bits) {
  return OperandABits(design) + OperandBBits(design) + c_bits + RoundingOperandBits(design) <=
         kMostExhaustiveBits;
}

Exhaustive::Exhaustive(const Design& design, int c_bits)
    : a_bits_(OperandABits(design)),
      b_bits_(OperandBBits(design)),
      c_bits_(c_bits),
      r_codes_(RoundingCodes(design)) {
  if (!CoversAll(design, c_bits)) {
    throw std::invalid_argument("exhaustive operands: they have more than 24 bits");
  }
  size_ = r_codes_ << (a_bits_ + b_bits_ + c_bits);
}

Exhaustive::Exhaustive(const Design& design, int c_bits, std::uint64_t seed, std::uint64_t repeats)
    : a_bits_(OperandABits(design)),
      b_bits_(OperandBBits(design)),
      c_bits_(c_bits),
      r_codes_(RoundingCodes(design)),
      seed_(seed) {
  if (!CoversPairs(design)) {
    throw std::invalid_argument("exhaustive pairs: a and b have more than 24 bits");
  }
  size_ = (std::uint64_t{1} << (a_bits_ + b_bits_)) * repeats;
  c_source_ = MakeRandomSource(design, c_bits, seed);
}

std::string Exhaustive::extent() const {
  if (!c_source_) return "exhaustive";
  const char* walked = b_bits_ > 0 ? "all pairs" : "all operands";
  const char* random = c_bits_ == 0 ? "rounding" : r_codes_ > 1 ? "c and rounding" : "c";
  return fmt::format("{}, random {}, seed {}", walked, random, seed_);
}

std::size_t Exhaustive::Fill(const OperandBuffers& out) {
  const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(out.count, size_ - next_));
  const std::uint64_t a_mask = (std::uint64_t{1} << a_bits_) - 1;
  const std::uint64_t b_mask = (std::uint64_t{1} << b_bits_) - 1;
  const std::uint64_t c_mask = c_source_ ? 0 : (std::uint64_t{1} << c_bits_) - 1;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t index = next_ + i;
    out.a[i] = index & a_mask;
    out.b[i] = index >> a_bits_ & b_mask;
    if (c_source_) continue;
    out.c[i] = index >> (a_bits_ + b_bits_) & c_mask;
    out.r[i] = index >> (a_bits_ + b_bits_ + c_bits_);
  }
  next_ += count;
  if (c_source_) {
    c_source_->Complete({count, out.a, out.b, out.c, out.r});
  }
  return count;
}

std::unique_ptr<OperandSource> MakeOperandSource(const Design& design, int c_bits,
                                                 std::uint64_t seed, std::uint64_t repeats) {
  if (Exhaustive::CoversAll(design, c_bits)) return std::make_unique<Exhaustive>(design, c_bits);
  if (Exhaustive::CoversPairs(design)) {
    return std::make_unique<Exhaustive>(design, c_bits, seed, repeats);
  }
  return MakeRandomSource(design, c_bits, seed);
}

}  // namespace macroscope
