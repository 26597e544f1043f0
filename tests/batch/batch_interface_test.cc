// What holds of the call whatever the design: lengths, places in memory, threads, the caller's
// floating-point state; and running sums.
#include <gtest/gtest.h>

#include <algorithm>
#include <cfenv>
#include <numeric>
#include <random>

#include "tests/batch/batch_agreement.h"

namespace macroscope {
namespace {

Design Of(const std::string& unit, const std::string& operands, const std::string& accumulator,
          const std::string& rounding = "", const std::string& overflow = "") {
  DesignText text;
  text.unit = unit;
  text.operands = operands;
  text.accumulator = accumulator;
  text.rounding = rounding;
  text.overflow = overflow;
  return ParseDesign(text, Catalogue());
}

// Random codes for one design.
struct Drawn {
  Drawn(const Unit& unit, std::size_t count) {
    std::mt19937_64 bits(1);
    const auto draw = [&](std::vector<std::uint64_t>& to, int width_bits, std::uint64_t most) {
      to.resize(count);
      const std::uint64_t mask =
          width_bits >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << width_bits) - 1;
      for (std::uint64_t& code : to) code = most == 0 ? bits() & mask : bits() % most;
    };
    draw(a, unit.a_bits(), 0);
    draw(b, unit.b_bits(), 0);
    draw(c, unit.c_bits(), 0);
    draw(r, unit.r_bits(), unit.design().rounding == Rounding::kPort ? kPortModes : 0);
  }
  std::vector<std::uint64_t> a, b, c, r;
};

// Of each kernel, and one that only the laws know.
std::vector<Design> OneWordDesigns() {
  return {Of("fp_fma", "fp16", "fp16"),
          Of("fp_fma", "fp8_e4m3", "fp32", "port"),
          Of("fp_fma", "bf16", "fp16", "stochastic"),
          Of("int_mac", "int8", "fixed+12"),
          Of("kulisch_mac", "fp8_e4m3", "fixed+12"),
          Of("kulisch_mac", "fp8_e4m3,int8", "fixed+2"),
          Of("fp_fma", "fp64", "fp64"),
          Of("fp_fma", "bf16", "fp64", "port"),
          Of("convert", "fp64", "int8", "stochastic"),
          Of("int_mul", "int8", "fixed+0"),
          Of("int_add", "smag8,uint8", "fixed8", "", "saturate"),
          Of("convert", "fp32", "e8m0"),
          Of("convert", "fp32", "e8m0", "stochastic")};
}

TEST(BatchInterface, EveryLengthFromNoneOn) {
  for (const Design& design : OneWordDesigns()) {
    for (const BatchOptions& way : BatchWays()) {
      const Batch batch(design, way);
      const Drawn in(batch.unit(), 40);
      for (std::size_t n = 0; n <= 40; ++n) {
        // Behind the end nothing is written.
        std::vector<std::uint64_t> z(41, 0x5a), expected(40);
        std::vector<std::uint8_t> flags(41, 0x5a), expected_flags(40);
        const Operands part = {n, std::span(in.a).first(n), std::span(in.b).first(n),
                               std::span(in.c).first(n), std::span(in.r).first(n)};
        batch.unit().Evaluate(part, std::span(expected).first(n),
                              std::span(expected_flags).first(n));
        batch.Evaluate(part, std::span(z).first(n), std::span(flags).first(n));
        EXPECT_TRUE(
            std::equal(z.begin(), z.begin() + static_cast<std::ptrdiff_t>(n), expected.begin()));
        EXPECT_TRUE(std::equal(flags.begin(), flags.begin() + static_cast<std::ptrdiff_t>(n),
                               expected_flags.begin()));
        EXPECT_EQ(z[n], 0x5au);
        EXPECT_EQ(flags[n], 0x5au);
      }
    }
  }
}

TEST(BatchInterface, ThreadsAndUnalignedSpansChangeNothing) {
  constexpr std::size_t kCount = 100'003;
  for (const Design& design : OneWordDesigns()) {
    const Batch one(design), three(design, {.threads = 3});
    const Drawn in(one.unit(), kCount);
    const Operands all = {kCount, in.a, in.b, in.c, in.r};
    std::vector<std::uint64_t> z(kCount), by_three(kCount);
    std::vector<std::uint8_t> flags(kCount), flags_by_three(kCount);
    one.Evaluate(all, z, flags);
    three.Evaluate(all, by_three, flags_by_three);
    EXPECT_EQ(z, by_three);
    EXPECT_EQ(flags, flags_by_three);
    // z in place of c, from the third operation on.
    std::vector<std::uint64_t> in_place = in.c;
    const Operands rest = {kCount - 3, std::span(in.a).subspan(3), std::span(in.b).subspan(3),
                           std::span(in_place).subspan(3), std::span(in.r).subspan(3)};
    one.Evaluate(rest, std::span(in_place).subspan(3));
    EXPECT_TRUE(std::equal(in_place.begin() + 3, in_place.end(), z.begin() + 3));
  }
}

TEST(BatchInterface, TheCallersRoundingModeMeansNothingAndStays) {
  const Design design = Of("fp_fma", "fp32", "fp32");
  const Batch batch(design);
  const Drawn in(batch.unit(), 10'000);
  std::vector<std::uint64_t> z(in.a.size()), expected(in.a.size());
  batch.unit().Evaluate({in.a.size(), in.a, in.b, in.c, in.r}, expected);
  ASSERT_EQ(std::fesetround(FE_UPWARD), 0);
  std::feclearexcept(FE_ALL_EXCEPT);
  batch.Evaluate({in.a.size(), in.a, in.b, in.c, in.r}, z);
  EXPECT_EQ(std::fegetround(), FE_UPWARD);
  EXPECT_EQ(std::fetestexcept(FE_ALL_EXCEPT), 0);
  std::fesetround(FE_TONEAREST);
  EXPECT_EQ(z, expected);
}

TEST(BatchInterface, LengthsMustBelongTogether) {
  const Batch batch(Of("kulisch_mac", "fp8_e5m2", "fixed+12"));  // Two words an accumulator.
  ASSERT_EQ(batch.unit().c_limbs(), 2);
  const std::vector<std::uint64_t> five(5), ten(10);
  std::vector<std::uint64_t> z(10);
  std::vector<std::uint8_t> flags(4);
  batch.Evaluate({5, five, five, ten, {}}, z);
  EXPECT_THROW(batch.Evaluate({5, five, ten, ten, {}}, z), std::invalid_argument);
  EXPECT_THROW(batch.Evaluate({5, five, five, five, {}}, z), std::invalid_argument);
  EXPECT_THROW(batch.Evaluate({5, five, five, ten, {}}, std::span(z).first(5)),
               std::invalid_argument);
  EXPECT_THROW(batch.Evaluate({5, five, five, ten, {}}, z, flags), std::invalid_argument);
  EXPECT_THROW(batch.Accumulate(five, ten), std::invalid_argument);
  const Batch port(Of("fp_fma", "fp16", "fp16", "port"));
  EXPECT_THROW(port.Accumulate(five, five), std::invalid_argument);
  EXPECT_THROW(port.Evaluate({5, five, five, five, {}},
                             five.size() == 5 ? std::span(z).first(5) : std::span(z)),
               std::invalid_argument);
  EXPECT_THROW(Batch(Of("fp_mul", "fp16", "fp16")).Accumulate(five, five), std::invalid_argument);
}

// The running sum is that of one operation after the other, from any start and of any length.
TEST(BatchInterface, AccumulatesAsTheUnitDoes) {
  std::vector<Design> designs = OneWordDesigns();
  std::erase_if(designs, [](const Design& design) { return !HasC(design); });
  designs.push_back(Of("kulisch_mac", "fp8_e5m2", "fixed+12"));
  designs.push_back(Of("kulisch_mac", "fp8_e5m2", "fixed+12", "", "saturate"));
  designs.push_back(Of("int_mac", "int8", "fixed+2", "", "saturate"));
  designs.push_back(Of("int_mac", "int4,uint4", "fixed+1"));
  designs.push_back(Of("fp_fma", "fp8_e4m3", "fp8_e4m3", "toward_negative"));
  std::uint64_t sums = 0;
  for (const Design& design : designs) {
    for (const BatchOptions& way : BatchWays()) {
      const Batch batch(design, way);
      const auto limbs = static_cast<std::size_t>(batch.unit().c_limbs());
      const Drawn in(batch.unit(), 200);
      for (const std::size_t n : {0, 1, 2, 7, 8, 9, 15, 16, 17, 63, 200}) {
        Bits expected = in.c[n % 200] & 0x3f;
        const Bits start = expected;
        const std::span running(expected.limb.data(), limbs);
        for (std::size_t i = 0; i < n; ++i) {
          batch.unit().Evaluate({1, std::span(in.a).subspan(i, 1), std::span(in.b).subspan(i, 1),
                                 running, std::span(in.r).subspan(i, 1)},
                                running);
        }
        EXPECT_EQ(batch.Accumulate(std::span(in.a).first(n), std::span(in.b).first(n), start,
                                   std::span(in.r).first(n)),
                  expected)
            << DisplayName(design) << ", " << batch.kernel() << ", " << n;
        ++sums;
      }
    }
  }
  EXPECT_GT(sums, 100u);
}

// So long that what lanes collect must be brought to the sum in between; the largest product of one
// sign throughout, and all codes.
TEST(BatchInterface, AccumulatesMillions) {
  constexpr std::size_t kCount = 1'200'007;
  const Batch batch(Of("kulisch_mac", "fp8_e5m2", "fixed+40"));
  const Batch law(Of("kulisch_mac", "fp8_e5m2", "fixed+40"), {.portable = true});
  const Drawn all(batch.unit(), kCount);
  Drawn finite = all;
  for (auto* codes : {&finite.a, &finite.b}) {
    for (std::uint64_t& code : *codes) code = (code & 0x7f) % 0x7c;
  }
  const std::vector<std::uint64_t> largest(kCount, 0x7b), least(kCount, 0xfb);
  EXPECT_EQ(batch.Accumulate(all.a, all.b), law.Accumulate(all.a, all.b));
  EXPECT_EQ(batch.Accumulate(finite.a, finite.b), law.Accumulate(finite.a, finite.b));
  EXPECT_EQ(batch.Accumulate(largest, largest), law.Accumulate(largest, largest));
  EXPECT_EQ(batch.Accumulate(largest, least), law.Accumulate(largest, least));
}

}  // namespace
}  // namespace macroscope
