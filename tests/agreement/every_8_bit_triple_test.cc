// All 2^24 operations of two 8-bit formats with themselves as accumulator, on every engine.
#include <gtest/gtest.h>

#include "tests/agreement/agreement.h"

namespace macroscope {
namespace {

class EveryTriple : public testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Formats, EveryTriple, testing::Values("fp8_e5m2", "fp8_e4m3"),
                         [](const auto& test) { return test.param; });

TEST_P(EveryTriple, AllEnginesAgree) {
  ExpectAgreement(AgreementDesign("fp_fma", GetParam(), GetParam()),
                  {"law", "reference", "rtl", "netlist"}, 0);
}

}  // namespace
}  // namespace macroscope
