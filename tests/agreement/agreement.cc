#include "tests/agreement/agreement.h"

#include <gtest/gtest.h>

#include <cstdio>

#include "models/common/unit.h"
#include "models/formats/catalogue.h"
#include "sim/cosim/compare.h"
#include "sim/stimulus/corner_biased.h"
#include "sim/stimulus/exhaustive.h"
#include "tests/netlist/osu018.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kSeed = 1;

std::unique_ptr<OperandSource> Source(const Design& design, int c_bits, bool all, bool pairs) {
  if (pairs) return std::make_unique<Exhaustive>(design, c_bits, kSeed);
  if (all) return std::make_unique<Exhaustive>(design, c_bits);
  return std::make_unique<CornerBiased>(design, c_bits, kSeed);
}

}  // namespace

Design AgreementDesign(const std::string& unit, const std::string& operands,
                       const std::string& accumulator) {
  DesignText text;
  text.unit = unit;
  text.operands = operands;
  text.accumulator = accumulator;
  return ParseDesign(text, Catalogue());
}

void ExpectAgreement(const Design& design, const std::vector<std::string>& engines,
                     std::uint64_t limit, bool pairs) {
  SCOPED_TRACE(DisplayName(design));
  const auto unit = MakeUnit(design);
  for (std::size_t i = 1; i < engines.size(); ++i) {
    const auto expected = MakeEngine(engines.front(), design, Osu018Technology());
    const auto actual = MakeEngine(engines[i], design, Osu018Technology());
    const auto source = Source(design, unit->c_bits(), limit == 0, pairs);
    const std::uint64_t most = limit == 0 ? ~std::uint64_t{0} : limit;
    const CompareReport report = CompareEngines(*unit, *expected, *actual, *source, most);
    std::printf("%s: %s = %s, %llu cases, %s\n", DisplayName(design).c_str(),
                engines.front().c_str(), engines[i].c_str(),
                static_cast<unsigned long long>(report.cases), report.extent.c_str());
    EXPECT_TRUE(report.ok) << report.mismatch;
    EXPECT_GT(report.cases, 0u);
    if (limit != 0) EXPECT_EQ(report.cases, limit);
    if (limit == 0 && !pairs) {
      const int bits = unit->a_bits() + unit->b_bits() + unit->c_bits();
      EXPECT_EQ(report.cases, std::uint64_t{1} << bits);
    }
    if (pairs) EXPECT_EQ(report.cases, std::uint64_t{1} << (unit->a_bits() + unit->b_bits()));
  }
}

}  // namespace macroscope
