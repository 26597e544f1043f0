// Whole operations: the laws against the reference, and the RTL against the laws.
#include <gtest/gtest.h>

#include "models/common/unit.h"
#include "sim/cosim/compare.h"
#include "sim/cosim/engine.h"
#include "sim/stimulus/exhaustive.h"
#include "tests/block_dot/block_dot_designs.h"
#include "tests/common/full_run.h"

namespace macroscope {
namespace {

// With MACROSCOPE_FULL a million operations of every design; else of every design, or, where each
// takes long to build, of one in so many.
void ExpectAgree(const char* expected, const char* actual, std::uint64_t usual_cases,
                 std::size_t usual_step) {
  const std::uint64_t cases = IsFull() ? 1'000'000 : usual_cases;
  const std::size_t step = IsFull() ? 1 : usual_step;
  std::uint64_t total = 0;
  std::size_t designs = 0;
  for (std::size_t i = 0; i < BlockDotArguments().size(); i += step) {
    const Design design = BlockDotDesign(BlockDotArguments()[i]);
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
  EXPECT_GE(designs * step, 55u);
  EXPECT_GT(total, designs * 1000);
}

TEST(BlockDotAgreement, ReferenceAndLaws) { ExpectAgree("reference", "law", 10'000, 1); }
TEST(BlockDotAgreement, LawsAndRtl) { ExpectAgree("law", "rtl", 10'000, 4); }

}  // namespace
}  // namespace macroscope
