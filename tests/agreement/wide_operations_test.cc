// fp16 and fp32 multiply-add, add and multiply, corner-biased: law and batch against the reference,
// RTL against the laws, with flags. Modes that are built in, and those that come with each
// operation.
#include <gtest/gtest.h>

#include <cstdio>

#include "models/common/unit.h"
#include "models/formats/catalogue.h"
#include "sim/cosim/compare.h"
#include "sim/stimulus/corner_biased.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kSeed = 1;

struct WideUnit {
  const char* unit;
  const char* format;
};
void PrintTo(const WideUnit& unit, std::ostream* os) { *os << unit.unit << ' ' << unit.format; }

class WideOperations : public testing::TestWithParam<WideUnit> {
 protected:
  static Design MakeDesign(const std::string& rounding) {
    DesignText text;
    text.unit = GetParam().unit;
    text.operands = text.accumulator = GetParam().format;
    text.rounding = rounding;
    return ParseDesign(text, Catalogue());
  }

  static void Compare(const Design& design, Engine& expected, Engine& actual, std::uint64_t cases) {
    const auto unit = MakeUnit(design);
    CornerBiased source(design, unit->c_bits(), kSeed);
    const CompareReport report = CompareEngines(*unit, expected, actual, source, cases);
    std::printf("%s: %s = %s, %llu cases, %s\n", DisplayName(design).c_str(),
                std::string(expected.name()).c_str(), std::string(actual.name()).c_str(),
                static_cast<unsigned long long>(report.cases), report.extent.c_str());
    EXPECT_TRUE(report.ok) << DisplayName(design) << ": " << report.mismatch;
    EXPECT_EQ(report.cases, cases);
    EXPECT_TRUE(expected.has_flags() && actual.has_flags());
  }
};
INSTANTIATE_TEST_SUITE_P(Units, WideOperations,
                         testing::Values(WideUnit{"fp_fma", "fp16"}, WideUnit{"fp_fma", "fp32"},
                                         WideUnit{"fp_add", "fp16"}, WideUnit{"fp_add", "fp32"},
                                         WideUnit{"fp_mul", "fp16"}, WideUnit{"fp_mul", "fp32"}),
                         [](const auto& test) {
                           return std::string(test.param.unit) + "_" + test.param.format;
                         });

TEST_P(WideOperations, LawsAndBatchAgreeWithTheReference) {
  constexpr std::uint64_t kCases = 500'000;
  for (const std::string& rounding : RoundingNames()) {
    const Design design = MakeDesign(rounding);
    const auto law = MakeEngine("law", design);
    Compare(design, *MakeEngine("reference", design), *law, kCases);
    Compare(design, *law, *MakeEngine("batch", design), kCases);
  }
}

// The port's hardware has five modes, which each operation draws.
TEST_P(WideOperations, RtlAgreesWithTheLaws) {
  constexpr std::uint64_t kCases = 300'000;
  for (const char* rounding : {"port", "to_odd"}) {
    const Design design = MakeDesign(rounding);
    Compare(design, *MakeEngine("law", design), *MakeEngine("rtl", design), kCases);
  }
}

}  // namespace
}  // namespace macroscope
