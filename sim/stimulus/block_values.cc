#include "sim/stimulus/block_values.h"

#include <algorithm>

#include "models/block_quantize/block_quantize_shape.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kBlocks = 8;  // Kinds of blocks: 0 zeros, 1 corners, 2 one outlier.
constexpr std::uint64_t kZeros = 0, kCornersAlone = 1, kOutlier = 2, kSubnormals = 3;

}  // namespace

BlockValues::BlockValues(const Design& design, std::uint64_t seed)
    : seed_(seed),
      format_(design.a),
      lanes_(design.quantize.z.lanes),
      greatest_field_(
          static_cast<int>(design.a.max_finite() >> static_cast<unsigned>(design.a.fraction_bits))),
      random_(seed),
      corners_(design.a) {
  const BlockQuantizeShape shape = BlockQuantizeShape::Derive(design);
  const Format& element = design.accumulator.format;
  element_fraction_bits_ = shape.lane.precision - 1;
  reach_ = (element.is_floating() ? 1 << element.exponent_bits : 0) + shape.lane.precision + 2;
  const auto field = [&](int code) { return std::clamp(code - shape.offset, 0, greatest_field_); };
  if (shape.divides) {
    quotients_.emplace(design);
    // Heights of the scale's least bit and of its greatest.
    const Format& scale = shape.z.block.scale;
    least_scaled_field_ = field(-scale.fraction_bits);
    greatest_scaled_field_ = field(
        scale.is_floating()
            ? static_cast<int>(scale.max_finite() >> static_cast<unsigned>(scale.fraction_bits))
            : scale.width_bits() - 1);
    return;
  }
  least_scaled_field_ = field(shape.least_code);
  greatest_scaled_field_ = field(shape.greatest_code);
}

std::string BlockValues::extent() const { return "random, seed " + std::to_string(seed_); }

std::size_t BlockValues::Fill(const OperandBuffers& out) {
  const int width = format_.width_bits();
  const auto limbs = static_cast<std::size_t>(LimbsFor(lanes_ * width));
  std::ranges::fill(out.b, 0);
  Complete(out);
  for (std::size_t i = 0; i < out.count; ++i) {
    const Bits a = quotients_ && random_.Next() % 2 == 0 ? quotients_->Draw(random_) : Draw();
    std::copy_n(a.limb.begin(), limbs, out.a.begin() + static_cast<std::ptrdiff_t>(i * limbs));
  }
  return out.count;
}

Bits BlockValues::Draw() {
  const int width = format_.width_bits();
  Block block{.top = TopField(), .kind = random_.Next() % kBlocks};
  if (block.kind == kSubnormals) block.top = 0;
  const auto top_lane = static_cast<int>(random_.Below(static_cast<std::uint64_t>(lanes_)));
  Bits a;
  for (int lane = 0; lane < lanes_; ++lane) {
    const std::uint64_t code =
        lane == top_lane && block.kind != kZeros && block.kind != kCornersAlone
            ? Code(block.top, EdgeFraction(), random_.Next() % 2 == 0)
            : Lane(block);
    a.Insert(lane * width, width, code);
  }
  // A value that is not finite, alone.
  const auto& specials = corners_.codes(Corner::kSpecial);
  if (!specials.empty() && random_.Next() % 32 == 0) {
    a = Bits();
    for (int lane = 0; lane < lanes_; ++lane) {
      a.Insert(lane * width, width,
               lane == top_lane ? specials[random_.Next() % specials.size()] : Lane(block));
    }
  }
  return a;
}

void BlockValues::Complete(const OperandBuffers& out) {
  std::ranges::fill(out.c, 0);
  std::ranges::fill(out.r, 0);
}

int BlockValues::TopField() {
  const std::uint64_t word = random_.Next();
  const auto near = static_cast<int>(random_.Around(2));
  switch (word % 8) {
    case 0:
      return std::min(static_cast<int>(word >> 8 & 3), greatest_field_);
    case 1:
      return greatest_field_ - static_cast<int>(word >> 8 & 1);
    case 2:
      return std::clamp(least_scaled_field_ + near, 0, greatest_field_);
    case 3:
      return std::clamp(greatest_scaled_field_ + near, 0, greatest_field_);
    case 4:
      return std::clamp(least_scaled_field_ + static_cast<int>((word >> 8) % 16), 0,
                        greatest_field_);
    default:
      return static_cast<int>((word >> 8) % static_cast<std::uint64_t>(greatest_field_ + 1));
  }
}

std::uint64_t BlockValues::Lane(const Block& block) {
  const std::uint64_t word = random_.Next();
  const bool negative = (word & 1) != 0;
  if (block.kind == kZeros) return Code(0, 0, negative);
  if (block.kind == kCornersAlone) return corners_.Draw(random_);
  if (block.kind == kOutlier && (word >> 1 & 3) != 0) {
    return Code(std::max(block.top - reach_ - static_cast<int>(word >> 8 & 7), 0), Fraction(),
                negative);
  }
  const std::uint64_t kind = word >> 4 & 7;
  if (kind == 0) return Code(0, 0, negative);
  if (kind == 1) return Code(0, Fraction(), negative);
  // Not above the top, which is the largest unless both have its exponent.
  const auto down = static_cast<int>((word >> 32) % static_cast<std::uint64_t>(reach_));
  return Code(std::max(block.top - (kind == 2 ? 0 : down), 0), Fraction(), negative);
}

std::uint64_t BlockValues::Fraction() {
  const int bits = format_.fraction_bits;
  const std::uint64_t mask = (std::uint64_t{1} << bits) - 1, word = random_.Next();
  // Most often as many as elements keep, or are below that.
  const int near = element_fraction_bits_ + static_cast<int>((word >> 56) % 4) - 2;
  const int kept =
      std::clamp((word >> 60 & 1) != 0 ? near : static_cast<int>((word >> 56) % 32), 0, bits);
  const std::uint64_t tail_mask = mask >> kept, half = (tail_mask + 1) >> 1;
  const std::uint64_t tails[] = {0, half, half - 1, half + 1, tail_mask, 1, word, word};
  return ((word & mask & ~tail_mask) | (tails[word >> 61] & tail_mask)) & mask;
}

std::uint64_t BlockValues::EdgeFraction() {
  const int bits = format_.fraction_bits;
  const std::uint64_t mask = (std::uint64_t{1} << bits) - 1, word = random_.Next();
  // Ones from the top, as many as the greatest element or one of its neighbours has.
  const int ones =
      std::clamp(element_fraction_bits_ + static_cast<int>(word >> 8 & 3) - 1, 0, bits);
  const std::uint64_t edges[] = {0, mask, mask & ~(mask >> ones), Fraction()};
  return (edges[word & 3] + static_cast<std::uint64_t>(random_.Around(1))) & mask;
}

std::uint64_t BlockValues::Code(int field, std::uint64_t fraction, bool negative) const {
  const std::uint64_t magnitude = std::min(
      static_cast<std::uint64_t>(field) << format_.fraction_bits | fraction, format_.max_finite());
  return magnitude | (negative ? format_.sign_mask() : 0);
}

}  // namespace macroscope
