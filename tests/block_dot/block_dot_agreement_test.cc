// Whole operations: the laws against the reference, and the RTL against the laws.
#include <gtest/gtest.h>

#include <cstdlib>

#include "models/common/unit.h"
#include "sim/cosim/compare.h"
#include "sim/cosim/engine.h"
#include "sim/stimulus/exhaustive.h"
#include "tests/block_dot/block_dot_designs.h"

namespace macroscope {
namespace {

// With MACROSCOPE_FULL a million a design.
std::uint64_t Cases(std::uint64_t usual) {
  return std::getenv("MACROSCOPE_FULL") != nullptr ? 1'000'000 : usual;
}

void ExpectAgree(const char* expected, const char* actual, std::uint64_t cases) {
  std::uint64_t total = 0;
  std::size_t designs = 0;
  for (const auto& arguments : BlockDotArguments()) {
    const Design design = BlockDotDesign(arguments);
    SCOPED_TRACE(DisplayName(design));
    const auto unit = MakeUnit(design);
    const auto first = MakeEngine(expected, design), second = MakeEngine(actual, design);
    const auto source = MakeOperandSource(design, unit->c_bits(), /*seed=*/1);
    const CompareReport report = CompareEngines(*unit, *first, *second, *source, cases);
    EXPECT_TRUE(report.ok) << report.mismatch;
    total += report.cases;
    ++designs;
  }
  std::printf("%s = %s: %llu operations of %zu designs, seed 1\n", expected, actual,
              static_cast<unsigned long long>(total), designs);
  EXPECT_GE(designs, 55u);
  EXPECT_GT(total, designs * 1000);
}

TEST(BlockDotAgreement, ReferenceAndLaws) { ExpectAgree("reference", "law", Cases(20'000)); }
TEST(BlockDotAgreement, LawsAndRtl) { ExpectAgree("law", "rtl", Cases(20'000)); }

}  // namespace
}  // namespace macroscope
