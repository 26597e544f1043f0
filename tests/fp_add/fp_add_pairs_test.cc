// Every pair of codes of 8-bit formats, in every rounding, treatment of subnormals and tininess and
// on both paths, flags included: the reference's result is the law's, and the RTL's.
#include <gtest/gtest.h>

#include "tests/common/all_pairs.h"

namespace macroscope {
namespace {

TEST(FpAddPairs, LawIsReference) {
  std::size_t cases = 0;
  for (Design design : PairsDesigns("fp_add")) {
    for (const Path path : {Path::kSingle, Path::kDual}) {
      design.structure.path = path;
      cases += ExpectAllPairsAgree(design, {"reference", "law"});
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 14'000'000u);
}

TEST(FpAddPairs, RtlIsReference) {
  std::size_t cases = 0;
  for (const std::vector<std::string>& arguments : std::vector<std::vector<std::string>>{
           {"operands=fp8_e4m3", "rounding=port", "path=dual", "adder=kogge_stone"},
           {"operands=fp8_e5m2", "rounding=port", "adder=brent_kung"},
           {"operands=fp8_e5m2", "rounding=port", "subnormals=flush", "path=dual"},
           {"operands=fp8_e4m3", "rounding=stochastic", "tininess=before_rounding"},
           {"operands=fp8_e5m2,fp8_e4m3", "accumulator=fp8_e4m3", "rounding=port", "path=dual"},
           {"operands=p3109_k8p4se,fp6_e3m2", "accumulator=fp4_e2m1", "rounding=port"}}) {
    std::vector<std::string> all = arguments;
    all.push_back("unit=fp_add");
    cases += ExpectAllPairsAgree(PairsDesign(all), {"reference", "law", "rtl"});
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 1'000'000u);
}

}  // namespace
}  // namespace macroscope
