// Ten million corner-biased operations of each wide format, and of each pair of formats in the
// FP8-versus-INT8 sweep: laws against the reference. One million: RTL against the laws.
#include <gtest/gtest.h>

#include "tests/agreement/agreement.h"

namespace macroscope {
namespace {

struct Pair {
  std::string unit, operands, accumulator;
};
void PrintTo(const Pair& pair, std::ostream* os) { *os << pair.operands; }

std::vector<Pair> Pairs() {
  std::vector<Pair> pairs = {{"fp_fma", "fp16", "fp16"},
                             {"fp_fma", "bf16", "bf16"},
                             {"fp_fma", "fp32", "fp32"},
                             {"int_mac", "int8", "fixed+12"}};
  for (const char* operands : {"int8", "fp8_e2m5", "fp8_e3m4", "fp8_e4m3fnuz", "fp8_e5m2fnuz"}) {
    pairs.push_back({"fp_fma", operands, "fp16"});
    pairs.push_back({"fp_fma", operands, "fp32"});
    if (std::string(operands) != "int8") pairs.push_back({"kulisch_mac", operands, "fixed+12"});
  }
  return pairs;
}

class RandomOperations : public testing::TestWithParam<Pair> {};
INSTANTIATE_TEST_SUITE_P(Designs, RandomOperations, testing::ValuesIn(Pairs()),
                         [](const auto& test) {
                           std::string name = test.param.operands + "_" + test.param.accumulator;
                           for (char& c : name) {
                             if (c == '+') c = '_';
                           }
                           return test.param.unit + "_" + name;
                         });

TEST_P(RandomOperations, LawsAgreeWithTheReference) {
  ExpectAgreement(AgreementDesign(GetParam().unit, GetParam().operands, GetParam().accumulator),
                  {"reference", "law"}, 10'000'000);
}

TEST_P(RandomOperations, RtlAgreesWithTheLaws) {
  ExpectAgreement(AgreementDesign(GetParam().unit, GetParam().operands, GetParam().accumulator),
                  {"law", "rtl"}, 1'000'000);
}

}  // namespace
}  // namespace macroscope
