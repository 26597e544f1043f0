// What products of matrices by block_dot refuse, designs and lengths; and that threads share them.
#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>

#include "models/formats/catalogue.h"
#include "tests/batch/batch_agreement.h"
#include "tests/batch/naive_gemm.h"

namespace macroscope {
namespace {

TEST(BlockGemmInterface, RefusesWithAReason) {
  const auto reason = [](const Design& design) {
    std::string text;
    EXPECT_FALSE(BlockGemm::Supports(design, &text));
    EXPECT_THROW(BlockGemm{design}, std::invalid_argument);
    return text;
  };
  EXPECT_EQ(reason(DotDesign({"bf16"}, 8, "")), "its sums have too many bits");
  EXPECT_EQ(reason(DotDesign({"int32"}, 8, "")), "int32 has more than 16 bits");
  EXPECT_EQ(reason(DotDesign({"fp8_e4m3", "fixed+4"}, 8, "")),
            "its fixed-point accumulator has flags");
  EXPECT_EQ(reason(DotDesign({"mxfp4", "fp64"}, 8, "")), "the exponents of fp64 reach too far");
  DesignText text;
  text.unit = "block_dot";
  text.operands = "mxfp4";
  text.accumulator = "fp32";
  text.reduction = "fp_tree";
  EXPECT_EQ(reason(ParseDesign(text, Catalogue())), "its reduction is not exact");
  EXPECT_EQ(reason(ParseDesign(Text("fp_fma", "fp16", "fp16"), Catalogue())), "it is no block_dot");
}

TEST(BlockGemmInterface, ChecksLengthsAndSharesThreads) {
  const Design design = DotDesign({"mxfp8_e4m3"}, 32, "after");
  std::mt19937_64 bits(1);
  const CodeMatrix a = DrawMatrix(design.dot.a, 50, 96, Draw::kNear, bits);
  const CodeMatrix b = DrawMatrix(design.dot.b, 20, 96, Draw::kNear, bits);
  const BlockGemm one(design), three(design, {.threads = 3});
  std::vector<std::uint64_t> z(50 * 20), by_three(50 * 20);
  one.Multiply(a.view(), b.view(), z);
  three.Multiply(a.view(), b.view(), by_three);
  EXPECT_EQ(z, by_three);
  EXPECT_EQ(z, NaiveGemm(design, a, b));
  EXPECT_THROW(one.Multiply(a.view(), b.view(), std::span(z).first(7)), std::invalid_argument);
  BlockMatrix odd = a.view();
  odd.length = 95;
  EXPECT_THROW(one.Multiply(odd, b.view(), z), std::invalid_argument);
  odd = a.view();
  odd.scales = odd.scales.first(3);
  EXPECT_THROW(one.Multiply(odd, b.view(), z), std::invalid_argument);
  // No line, no work; and no operation leaves zeros.
  one.Multiply({.length = 96}, b.view(), {});
  std::ranges::fill(z, std::uint64_t{5});
  one.Multiply({.lines = 50}, {.lines = 20}, z);
  EXPECT_EQ(std::ranges::count(z, 0u), 1000);
}

}  // namespace
}  // namespace macroscope
