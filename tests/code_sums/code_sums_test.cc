// code_sums against the reference: every pair of a code and an 8-bit number, with sums at all ends;
// and a sum by codes, multiplied by the values at the end, against the sum of products.
#include <gtest/gtest.h>

#include "models/reference/reference.h"
#include "tests/code_sums/code_sums_designs.h"
#include "tests/common/law_agreement.h"
#include "tests/common/to_double.h"

namespace macroscope {
namespace {

TEST(CodeSums, LawIsReferenceOnAllPairs) {
  std::size_t cases = 0;
  for (const char* operands : {"nf4,int8", "af4,uint8", "bnb_fp4,smag8", "nf4,fp8_e4m3",
                               "bnb_fp4,fp8_e5m2", "nf4,fp6_e2m3", "nf4,q4.4", "af4,fp4_e2m1"}) {
    for (const char* accumulator : {"fixed+0", "fixed+3"}) {
      cases += ExpectLawIsReferenceOnPairs(CodeSumsDesign(operands, accumulator), /*repeats=*/16);
    }
  }
  for (const char* operands : {"nf4,fp16", "bnb_dynamic8,int3", "nf4,int16"}) {
    cases += ExpectLawIsReference(CodeSumsDesign(operands, "fixed+0"), /*all_bits=*/16, 20000);
  }
  std::printf("%zu cases, seed 1\n", cases);
  EXPECT_GT(cases, 600'000u);
}

// What the unit is for: sums of numbers of one weight, multiplied once.
TEST(CodeSums, MultipliedOnceAreTheSumOfProducts) {
  const Design design = CodeSumsDesign("nf4,int8");
  Reference reference(design);
  std::vector<std::uint64_t> codes, numbers;
  double products = 0;
  for (std::uint64_t i = 0; i < 1000; ++i) {
    codes.push_back(i * 2654435761u >> 7 & 15);
    numbers.push_back(i * 40503u >> 3 & 255);
    products += ToDouble(design.a, codes.back()) * ToDouble(design.b, numbers.back());
  }
  const Bits sums = reference.Dot(codes, numbers);
  double by_code = 0;
  const int sum_bits = design.accumulator.width_bits;
  for (int code = 0; code < 16; ++code) {
    auto sum = static_cast<std::int64_t>(sums.Slice(code * sum_bits, sum_bits).low());
    if (sum >> (sum_bits - 1) != 0) sum -= std::int64_t{1} << sum_bits;
    by_code += static_cast<double>(sum) * ToDouble(design.a, static_cast<std::uint64_t>(code));
  }
  // Values have 24 significant bits, sums 18: a product is exact, and sums are to a double's last.
  EXPECT_NEAR(by_code, products, 1e-9);
}

TEST(CodeSums, WhatIsRefused) {
  EXPECT_EQ(Refusal(UnitText("code_sums", "nf4"), "operands"),
            "code_sums takes a codebook and the numbers that are summed by its codes, as nf4,int8");
  EXPECT_EQ(Refusal(UnitText("code_sums", "int4,int8"), "operands"),
            "the first operand of code_sums is a codebook, as nf4, and int4 is of family integer");
  EXPECT_EQ(Refusal(UnitText("code_sums", "bnb_dynamic8,int8"), "accumulator"),
            "fixed+12 has 256 times 20 bits and 0 flags; the most is 1024 together (a number of "
            "int8 has 8)");
}

}  // namespace
}  // namespace macroscope
