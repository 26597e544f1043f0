// The code is what the rule says of the largest value, found by trying; and microexponents go as
// far down as the sub-block's largest value lets them: for every magnitude of small formats.
#include "models/block_quantize/block_quantize_scale.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/block_quantize/quantize_designs.h"
#include "tests/common/to_double.h"

namespace macroscope {
namespace {

class Definition {
 public:
  explicit Definition(const BlockQuantizeShape& s)
      : s_(s),
        element_(s.z.block.element),
        greatest_(ToDouble(element_, element_.max_finite())),
        bias_(s.z.block.scale_is_exponent ? 0 : s.z.block.scale.bias) {}

  // The exponents of all codes, each tried.
  int CodeOf(double largest) const {
    if (largest == 0) return 0;
    int code = s_.least_code;
    switch (s_.design.quantize.scale_rule) {
      case BlockScaleRule::kFloor:
        while (code < s_.greatest_code && Top(code + 1) <= largest) ++code;
        break;
      case BlockScaleRule::kEven:
        while (code < s_.greatest_code && Top(code + 1) <= Rounded(largest)) ++code;
        break;
      case BlockScaleRule::kCeil:
        while (code < s_.greatest_code && Top(code) < largest) ++code;
        break;
      case BlockScaleRule::kRceil:
        while (code < s_.greatest_code && std::ldexp(greatest_, code - bias_) < largest) ++code;
        break;
    }
    return code;
  }
  int MicroOf(double largest, int code) const {
    int micro = 0;
    while (micro < s_.most_micro && std::ldexp(largest, micro + 1) < 2 * Top(code)) ++micro;
    return micro;
  }

 private:
  // The power of two in the greatest element, under the scale.
  double Top(int code) const { return std::ldexp(1.0, std::ilogb(greatest_) + code - bias_); }
  // To as many bits as an element has where it is greatest, halves up.
  double Rounded(double x) const {
    const int quantum =
        std::ilogb(x) - (element_.is_floating() ? element_.fraction_bits
                                                : std::ilogb(greatest_) + element_.point_bits);
    return std::ldexp(std::floor(std::ldexp(x, -quantum) + 0.5), quantum);
  }

  const BlockQuantizeShape& s_;
  const Format& element_;
  double greatest_;
  int bias_;
};

TEST(BlockQuantizeScale, CodesAreTheRules) {
  std::size_t cases = 0;
  for (const Design& design : ShapedDesigns()) {
    if (design.a.width_bits() > 16) continue;
    const BlockQuantizeShape s = BlockQuantizeShape::Derive(design);
    SCOPED_TRACE(DisplayName(design));
    const BlockQuantizeUnpack unpack(s);
    const BlockQuantizeLargest largest{s};
    const BlockQuantizeScale scale{s};
    const Definition definition(s);
    const std::uint64_t step = design.a.width_bits() == 16 ? 7 : 1;
    for (std::uint64_t code = 0; code <= design.a.max_finite(); code += step) {
      WideCodes in;
      in.a.Insert(design.a.width_bits() * 2, design.a.width_bits(), code);
      const auto out = scale(largest(unpack(in)));
      const double value = ToDouble(design.a, code);
      const int expected = definition.CodeOf(value);
      ASSERT_EQ(out.scale.code, expected) << value;
      ASSERT_FALSE(out.scale.clear);
      ++cases;
      for (int sub = 0; sub < s.sub_blocks; ++sub) {
        ASSERT_EQ(out.scale.micro[static_cast<std::size_t>(sub)],
                  sub == 1 ? definition.MicroOf(value, expected) : s.most_micro)
            << value;
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 500'000u);
}

// The nearest code to the largest value over the greatest element, every code tried: none is
// nearer, and of two that are as near it is the even one.
TEST(BlockQuantizeScale, CodesAreTheNearestToTheQuotient) {
  std::size_t cases = 0;
  for (const Design& design : DividingDesigns()) {
    if (design.a.width_bits() > 16) continue;
    const BlockQuantizeShape s = BlockQuantizeShape::Derive(design);
    SCOPED_TRACE(DisplayName(design));
    const BlockQuantizeUnpack unpack(s);
    const BlockQuantizeLargest largest{s};
    const BlockQuantizeScale scale(s);
    const Format& to = s.z.block.scale;
    const double greatest = ToDouble(s.z.block.element, s.z.block.element.max_finite());
    const std::uint64_t least = to.is_floating() ? 1 : 0;
    for (std::uint64_t code = 0; code <= design.a.max_finite(); ++code) {
      WideCodes in;
      in.a.Insert(design.a.width_bits() * 2, design.a.width_bits(), code);
      const auto out = scale(largest(unpack(in)));
      const double value = ToDouble(design.a, code);
      // Products with `greatest`, so that all are exact.
      std::uint64_t nearest = least;
      while (nearest < to.max_finite()) {
        const double middle = (ToDouble(to, nearest) + ToDouble(to, nearest + 1)) / 2 * greatest;
        if (value < middle || (value == middle && nearest % 2 == 0)) break;
        ++nearest;
      }
      ASSERT_EQ(static_cast<std::uint64_t>(out.scale.code), nearest) << value;
      ASSERT_EQ(out.scale.clear, nearest == 0);
      ++cases;
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 190'000u);
}

TEST(BlockQuantizeScale, ANanClearsAll) {
  for (const char* block : {"mxfp4", "mxfp8_e5m2"}) {
    const Design design = ParseDesign(QuantizeText("bf16", block), Catalogue());
    const BlockQuantizeScale scale{BlockQuantizeShape::Derive(design)};
    const auto out = scale({.lanes = {}, .nan = true, .key = 0, .micro_key = {}});
    EXPECT_TRUE(out.scale.clear);
    EXPECT_EQ(out.scale.code, 0xff);
  }
}

}  // namespace
}  // namespace macroscope
