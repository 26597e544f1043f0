// Every pair of codes of 8-bit formats, in every rounding, treatment of subnormals and tininess,
// flags included: the reference's result is the law's, and the RTL's.
#include <gtest/gtest.h>

#include "tests/common/all_pairs.h"

namespace macroscope {
namespace {

TEST(FpMulPairs, LawIsReference) {
  std::size_t cases = 0;
  for (const Design& design : PairsDesigns("fp_mul")) {
    cases += ExpectAllPairsAgree(design, {"reference", "law"});
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 7'000'000u);
}

TEST(FpMulPairs, RtlIsReference) {
  std::size_t cases = 0;
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"operands=fp8_e4m3", "rounding=port", "multiplier=dadda"},
           {"operands=fp8_e5m2", "rounding=port", "subnormals=flush"},
           {"operands=fp8_e5m2", "rounding=stochastic", "tininess=before_rounding"},
           {"operands=p3109_k8p3se,int8", "accumulator=fp8_e4m3", "rounding=port"}}) {
    std::vector<std::string> all = arguments;
    all.push_back("unit=fp_mul");
    cases += ExpectAllPairsAgree(PairsDesign(all), {"reference", "law", "rtl"});
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 1'000'000u);
}

}  // namespace
}  // namespace macroscope
