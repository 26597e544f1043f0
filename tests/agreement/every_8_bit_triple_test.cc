// All 2^24 operations a*b + c of every 8-bit format that can be an accumulator, in every rounding
// mode, fixed and by the port, and stochastic with random dice: law, batch, reference and RTL give
// the same results and flags. That is what MACROSCOPE_FULL=1 (scripts/test --full) runs; otherwise
// a seeded share of it runs, and on less hardware; and all triples of two formats in one mode.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "models/common/unit.h"
#include "models/formats/catalogue.h"
#include "sim/cosim/compare.h"
#include "tests/agreement/agreement.h"
#include "tests/agreement/triples.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kSeed = 1, kShare = 128;

bool IsFull() {
  const char* full = std::getenv("MACROSCOPE_FULL");
  return full != nullptr && std::string(full) == "1";
}

// Those that fp_fma can give its results in. Formats without a sign are operands only
// (every_8_bit_pair_test.cc).
std::vector<std::string> Formats() {
  std::vector<std::string> names;
  const Catalogue catalogue;
  for (const Format& f : catalogue.formats()) {
    if (f.is_floating() && f.width_bits() == 8 && f.has_sign) names.push_back(f.name);
  }
  return names;
}

Design TripleDesign(const std::string& format, const std::string& rounding) {
  DesignText text;
  text.unit = "fp_fma";
  text.operands = text.accumulator = format;
  text.rounding = rounding;
  return ParseDesign(text, Catalogue());
}

class EveryTriple : public testing::TestWithParam<std::string> {
 protected:
  void Compare(const Design& design, Engine& expected, Engine& actual) {
    const auto start = std::chrono::steady_clock::now();
    Triples triples(design, IsFull() ? 1 : kShare, kSeed);
    const CompareReport report =
        CompareEngines(*MakeUnit(design), expected, actual, triples, triples.size());
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    std::printf("%s: %s = %s, %llu cases, %s, %.1f s\n", DisplayName(design).c_str(),
                std::string(expected.name()).c_str(), std::string(actual.name()).c_str(),
                static_cast<unsigned long long>(report.cases), report.extent.c_str(),
                seconds.count());
    std::fflush(stdout);
    EXPECT_TRUE(report.ok) << DisplayName(design) << ": " << report.mismatch;
    EXPECT_EQ(report.cases, triples.size());
    EXPECT_TRUE(expected.has_flags() && actual.has_flags());
  }
};
INSTANTIATE_TEST_SUITE_P(Formats, EveryTriple, testing::ValuesIn(Formats()),
                         [](const auto& test) { return test.param; });

TEST_P(EveryTriple, LawsAndBatchAgreeWithTheReference) {
  for (const std::string& rounding : RoundingNames()) {
    const Design design = TripleDesign(GetParam(), rounding);
    const auto law = MakeEngine("law", design);
    Compare(design, *MakeEngine("reference", design), *law);
    Compare(design, *law, *MakeEngine("batch", design));
  }
}

// What is built for one mode, for the port and for dice, is other hardware each time. Without
// --full: the port's for every format, and of some, one of each kind, two others.
TEST_P(EveryTriple, RtlAgreesWithTheLaws) {
  constexpr std::array kSome = {"fp8_e5m2", "fp8_e2m5", "fp8_e3m4finite"};
  const bool is_one_of_some = std::ranges::find(kSome, GetParam()) != kSome.end();
  for (const std::string& rounding : RoundingNames()) {
    const bool is_other = rounding == "to_odd" || rounding == "stochastic";
    if (!IsFull() && rounding != "port" && !(is_other && is_one_of_some)) continue;
    const Design design = TripleDesign(GetParam(), rounding);
    Compare(design, *MakeEngine("law", design), *MakeEngine("rtl", design));
  }
}

// Always, and on every engine: two formats, to nearest.
class AllTriples : public testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Formats, AllTriples, testing::Values("fp8_e5m2", "fp8_e4m3"),
                         [](const auto& test) { return test.param; });

TEST_P(AllTriples, EveryEngineAgrees) {
  ExpectAgreement(AgreementDesign("fp_fma", GetParam(), GetParam()),
                  {"law", "reference", "rtl", "netlist"}, 0);
}

// A share is what it says: no triple twice, and all modes.
TEST(Triples, ScatterEvenly) {
  const Design design = TripleDesign("fp8_e5m2", "port");
  Triples triples(design, kShare, kSeed);
  constexpr std::size_t kBlock = 4096;
  OperandBlock block(kBlock, OperandLimbs());
  std::vector<std::uint64_t> seen;
  for (;;) {
    const std::size_t count = triples.Fill(block.Buffers(kBlock));
    if (count == 0) break;
    for (std::size_t i = 0; i < count; ++i) {
      seen.push_back(((block.c[i] << 8 | block.b[i]) << 8 | block.a[i]) << 3 | block.r[i]);
    }
  }
  ASSERT_EQ(seen.size(), (kPortModes << 24) / kShare);
  std::ranges::sort(seen);
  EXPECT_EQ(std::ranges::adjacent_find(seen), seen.end());
  std::array<std::size_t, kPortModes> modes{};
  for (const std::uint64_t one : seen) ++modes.at(one & 7);
  for (const std::size_t count : modes) EXPECT_NEAR(count, (1 << 24) / kShare, 1);
}

}  // namespace
}  // namespace macroscope
