// Laws against the reference's encoder, block by block: every format, every rule, every source,
// every direction of rounding. Long for one file, but only one judge for many lists.
#include <gtest/gtest.h>

#include <cstdlib>
#include <memory>

#include "models/common/unit.h"
#include "models/reference/reference.h"
#include "sim/stimulus/exhaustive.h"
#include "tests/block_quantize/quantize_designs.h"

namespace macroscope {
namespace {

bool IsFull() {
  const char* full = std::getenv("MACROSCOPE_FULL");
  return full != nullptr && std::string(full) == "1";
}

// Expects them to agree on `most` operations of the design, or on all there are. Returns how many.
std::size_t ExpectAgreement(const Design& design, std::size_t most) {
  SCOPED_TRACE(DisplayName(design));
  constexpr std::size_t kAtOnce = 4096;
  const auto unit = MakeUnit(design);
  Reference reference(design);
  const auto source = MakeOperandSource(design, unit->c_bits(), /*seed=*/1);
  OperandBlock block(kAtOnce, unit->limbs());
  const auto limbs = static_cast<std::size_t>(unit->z_limbs());
  std::vector<std::uint64_t> z(kAtOnce * limbs), expected(kAtOnce * limbs);
  std::size_t cases = 0;
  while (cases < most) {
    const std::size_t count = source->Fill(block.Buffers(std::min(kAtOnce, most - cases)));
    if (count == 0) break;
    const auto of_block = [&](std::vector<std::uint64_t>& all) {
      return std::span(all).first(count * limbs);
    };
    unit->Evaluate(block.First(count), of_block(z));
    reference.Evaluate(block.First(count), of_block(expected));
    for (std::size_t i = 0; i < count * limbs; ++i) {
      if (z[i] == expected[i]) continue;
      const std::size_t at = i / limbs;
      ADD_FAILURE() << Describe(*unit, block.At(at)) << "\nlaw "
                    << Hex(Bits::FromLimbs(std::span(z).subspan(at * limbs, limbs)), unit->z_bits())
                    << "\nreference "
                    << Hex(Bits::FromLimbs(std::span(expected).subspan(at * limbs, limbs)),
                           unit->z_bits());
      return cases;
    }
    cases += count;
  }
  return cases;
}

// A format with every rule.
class BlockQuantizeBlocks : public testing::TestWithParam<std::string> {
 protected:
  static std::vector<std::string> Rules() { return RulesOf(Catalogue().FindBlock(GetParam())); }
};

INSTANTIATE_TEST_SUITE_P(Formats, BlockQuantizeBlocks, testing::ValuesIn(AllBlocks()),
                         [](const auto& test) { return test.param; });

TEST_P(BlockQuantizeBlocks, OfFp32ByEveryRule) {
  const std::size_t most = IsFull() ? 1'000'000 : 12'000;
  std::size_t cases = 0;
  for (const std::string& rule : Rules()) {
    const Design design = ParseDesign(QuantizeText("fp32", GetParam(), rule), Catalogue());
    cases += ExpectAgreement(design, most);
    if (HasFailure()) return;
  }
  std::printf("%zu blocks\n", cases);
  EXPECT_EQ(cases, Rules().size() * most);
}

TEST_P(BlockQuantizeBlocks, OfOtherSourcesByEveryRule) {
  const std::size_t most = IsFull() ? 100'000 : 2'000;
  std::size_t cases = 0, designs = 0;
  for (const char* operands : {"bf16", "fp16", "tf32", "fp8_e5m2", "fp8_e4m3"}) {
    for (const std::string& rule : Rules()) {
      const Design design = ParseDesign(QuantizeText(operands, GetParam(), rule), Catalogue());
      cases += ExpectAgreement(design, most);
      ++designs;
      if (HasFailure()) return;
    }
  }
  std::printf("%zu blocks\n", cases);
  EXPECT_EQ(cases, designs * most);
  EXPECT_EQ(designs, 5 * Rules().size());
}

TEST_P(BlockQuantizeBlocks, InEverySemantics) {
  const std::size_t most = IsFull() ? 100'000 : 1'000;
  const Catalogue catalogue;
  std::size_t cases = 0, designs = 0;
  for (const char* operands : {"fp32", "bf16"}) {
    for (const std::string& rule : Rules()) {
      for (const Design& design :
           InEverySemantics(QuantizeText(operands, GetParam(), rule), catalogue)) {
        cases += ExpectAgreement(design, most);
        ++designs;
        if (HasFailure()) return;
      }
    }
  }
  std::printf("%zu blocks\n", cases);
  EXPECT_EQ(cases, designs * most);
  EXPECT_GE(designs, 2 * Rules().size() * 6);
}

// Every block there is, of sources and blocks so small that they can be counted.
TEST_P(BlockQuantizeBlocks, EveryOneOfTwoSmallValues) {
  std::size_t cases = 0;
  for (const char* operands : {"fp8_e5m2", "fp8_e4m3", "fp8_e4m3fnuz"}) {
    for (const std::string& rule : Rules()) {
      DesignText text = QuantizeText(operands, GetParam(), rule);
      text.block = "2";
      cases += ExpectAgreement(ParseDesign(text, Catalogue()), std::size_t{1} << 16);
      if (HasFailure()) return;
    }
  }
  std::printf("%zu blocks\n", cases);
  EXPECT_EQ(cases, 3 * Rules().size() << 16);
}

// Formats of a user's own: microexponents of more bits, scales with a zero, elements of other
// kinds or not symmetric, scales that end inside the source's range.
TEST(BlockQuantizeFormats, OfAUsersOwn) {
  Catalogue catalogue;
  std::vector<std::string> names;
  const auto add = [&](BlockFormat block) {
    names.push_back(block.name);
    catalogue.AddBlock(std::move(block));
  };
  Format scale = catalogue.FindBlock("msfp12").scale;
  BlockFormat format = catalogue.FindBlock("mx9");
  format.name = "micro3";
  format.sub_block_elements = 4;
  format.sub_exponent_bits = 3;
  add(format);
  format.name = "short_scale";
  format.scale.name = "e4_short";
  format.scale.exponent_bits = 4;
  format.scale.bias = 3;
  add(format);
  format = catalogue.FindBlock("mxfp6_e3m2");
  format.name = "scale_with_zero";
  scale.name = "e5_zero";
  scale.exponent_bits = 5;
  scale.bias = 15;
  scale.has_zero = true;
  format.scale = scale;
  add(format);
  format.name = "scale_with_zero_and_nan";
  format.scale.name = "e5_zero_nan";
  format.scale.specials = Specials::kTopCodeNan;
  add(format);
  format = catalogue.FindBlock("mxint8");
  format.name = "not_symmetric";
  format.is_symmetric = false;
  add(format);
  for (const char* element : {"smag8", "int2", "int4", "fp8_e4m3fnuz", "fp8_e3m4", "bf16"}) {
    format = catalogue.FindBlock("mxfp4");
    format.name = std::string("mx_of_") + element;
    format.element = catalogue.Find(element);
    add(format);
    format.name = std::string("bfp_of_") + element;
    format.scale = catalogue.FindBlock("msfp12").scale;
    add(format);
  }
  // Scales that are no powers of two: with and without NaN, zero, subnormals, sign and a bias that
  // reaches into the sources; elements with more bits than the scale, and fewer.
  for (const char* name : {"fp8_e4m3", "fp8_e4m3fnuz", "fp6_e2m3", "fp4_e2m1", "uint2", "uint7"}) {
    for (const char* element :
         {"fp4_e2m1", "fp8_e5m2", "fp8_e4m3", "bf16", "int2", "int5", "int8", "smag3", "q1.6"}) {
      format = catalogue.FindBlock("nvfp4");
      format.name = std::string(element) + "_by_" + name;
      format.element = catalogue.Find(element);
      format.scale = catalogue.Find(name);
      add(format);
    }
  }
  format.name = "divided_not_symmetric";
  format.element = catalogue.Find("int4");
  format.is_symmetric = false;
  add(format);
  format = catalogue.FindBlock("nvfp4");
  format.name = "unsigned_scale";
  format.scale.name = "ue4m3";
  format.scale.has_sign = false;
  add(format);
  format.name = "scale_without_subnormals";
  format.scale.name = "ue4m3_normal";
  format.scale.has_subnormals = false;
  add(format);
  format.name = "divided_scale_without_zero";
  format.scale.name = "ue4m3_no_zero";
  format.scale.has_zero = false;
  add(format);
  format.name = "scale_of_small_bias";
  format.scale.name = "e3m2_low";
  format.scale.exponent_bits = 3;
  format.scale.fraction_bits = 2;
  format.scale.bias = -3;
  format.scale.specials = Specials::kNone;
  format.scale.has_zero = format.scale.has_subnormals = true;
  add(format);
  format.name = "scale_of_great_bias";
  format.scale.name = "e4m7_high";
  format.scale.exponent_bits = 4;
  format.scale.fraction_bits = 7;
  format.scale.bias = 20;
  add(format);
  const std::size_t most = IsFull() ? 20'000 : 300;
  std::size_t cases = 0, designs = 0;
  for (const std::string& name : names) {
    for (const char* operands : {"fp32", "bf16", "fp16", "fp8_e5m2"}) {
      for (const std::string& rule : RulesOf(catalogue.FindBlock(name))) {
        DesignText text = QuantizeText(operands, name, rule);
        text.block = "8";
        for (const Design& design : InEverySemantics(text, catalogue)) {
          cases += ExpectAgreement(design, most);
          ++designs;
          if (testing::Test::HasFailure()) return;
        }
      }
    }
  }
  std::printf("%zu blocks of %zu designs\n", cases, designs);
  EXPECT_EQ(cases, designs * most);
  EXPECT_GT(designs, 3000u);
}

}  // namespace
}  // namespace macroscope
