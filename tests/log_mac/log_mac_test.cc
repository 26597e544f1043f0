// log_mac against the reference, its sums in fixed point and as logarithms: all pairs of 8-bit
// codes with several addends, corner-biased operations of wide formats; and worked values.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <cmath>

#include "tests/common/full_run.h"
#include "tests/common/law_agreement.h"
#include "tests/common/log_designs.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

Design Linear(const std::string& operands, const std::string& entries, const std::string& bits,
              const std::string& accumulator = "", const std::string& overflow = "") {
  DesignText text;
  text.unit = "log_mac";
  text.operands = operands;
  text.accumulator = accumulator;
  text.table_entries = entries;
  text.table_bits = bits;
  text.overflow = overflow;
  if (accumulator.starts_with("lns")) text.method = "linear";
  return ParseDesign(text, LogCatalogue());
}

TEST(LogMac, EveryPairIntoFixedPoint) {
  std::size_t cases = 0;
  for (const Design& design :
       {Linear("lns8_3", "", ""), Linear("lns8_3", "4", "8", "fixed+0", "saturate"),
        Linear("lns8_3", "2", "6", "fixed+3"), Linear("lns8_3", "1", ""),
        Linear("lns8_3", "8", "1"), Linear("lns8_madam", "", ""), Linear("lns8_madam", "4", "8"),
        Linear("flagged", "", "3"), Linear("twos,lns8_3", "", "12"), Linear("magnitudes", "4", "5"),
        Linear("lns8_4,magnitudes", "16", "")}) {
    cases += ExpectLawIsReferenceOnPairs(design, IsFull() ? 64 : 1);
  }
  std::printf("%zu cases, seed 1\n", cases);
  EXPECT_GT(cases, 500000u);
}

TEST(LogMac, EveryPairIntoFixedPointWithItsCode) {
  std::size_t cases = 0;
  for (const Design& design : {LogDesign("log_mac", "lns8_3", "lns8_3", "linear"),
                               LogDesign("log_mac", "lns8_madam", "lns8_3", "linear"),
                               LogDesign("log_mac", "lns8_3", "flagged8", "linear"),
                               LogDesign("log_mac", "twos,lns8_3", "twos", "linear"),
                               LogDesign("log_mac", "lns8_4", "magnitudes", "linear"),
                               Linear("lns8_3", "2", "3", "lns12_3")}) {
    cases += ExpectLawIsReferenceOnPairs(design, IsFull() ? 64 : 1);
  }
  std::printf("%zu cases, seed 1\n", cases);
  EXPECT_GT(cases, 350000u);
}

TEST(LogMac, EveryPairIntoLogarithms) {
  std::size_t cases = 0;
  for (const Design& design :
       {LogDesign("log_mac", "lns8_3", "lns8_3"), LogDesign("log_mac", "lns8_madam", "lns12_3"),
        LogDesign("log_mac", "twos,lns8_3", "lns8_3"), LogDesign("log_mac", "cubes", "cubes"),
        LogDesign("log_mac", "lns6_2", "lns8_2"),
        LogDesign("log_mac", "lns8_3", "lns8_3", "cotransform", "correct"),
        LogDesign("log_mac", "lns8_madam", "lns12_3", "cotransform", "correct")}) {
    cases += ExpectLawIsReferenceOnPairs(design, IsFull() ? 64 : 1);
  }
  std::printf("%zu cases, seed 1\n", cases);
  EXPECT_GT(cases, 200000u);
}

TEST(LogMac, EveryOperationOfSmallFormats) {
  std::size_t cases = 0;
  for (const Design& design :
       {LogDesign("log_mac", "lns6_2", "lns6_2"), LogDesign("log_mac", "thin", "thin")}) {
    cases += ExpectLawIsReference(design, /*all_bits=*/18, 0);
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 1u << 18);
}

TEST(LogMac, WideFormats) {
  std::size_t cases = 0;
  const std::size_t samples = IsFull() ? 10'000'000 : 10'000;
  for (const Design& design :
       {Linear("lns16_10", "", "11"), Linear("lns16_10", "32", "16", "fixed+20"),
        LogDesign("log_mac", "lns12_6", "lns12_6"), LogDesign("log_mac", "lns12_6", "lns16_6")}) {
    cases += ExpectLawIsReference(design, /*all_bits=*/0, samples);
  }
  std::printf("%zu cases, seed 1\n", cases);
  EXPECT_GT(cases, 39000u);
}

// "+77" is sign and logarithm.
std::vector<std::uint64_t> MadamCodes(const YAML::Node& list) {
  std::vector<std::uint64_t> codes;
  for (const YAML::Node& node : list) {
    const int steps = std::stoi(node.as<std::string>());
    codes.push_back(static_cast<std::uint64_t>(steps < 0 ? 0x80 - steps : steps));
  }
  return codes;
}

// A sum by the unit's own operations, times 2^-(what an entry and its rest have behind the point).
double SumOf(const Design& design, const std::vector<std::uint64_t>& a,
             const std::vector<std::uint64_t>& b) {
  const auto unit = MakeUnit(design);
  std::vector<std::uint64_t> z(static_cast<std::size_t>(unit->z_limbs()));
  for (std::size_t i = 0; i < a.size(); ++i) {
    const std::vector<std::uint64_t> c = z;
    unit->Evaluate({1, {&a[i], 1}, {&b[i], 1}, c}, z);
  }
  const auto shift = 64 - design.accumulator.width_bits;
  const auto value = static_cast<std::int64_t>(z[0] << shift) >> shift;
  return std::ldexp(static_cast<double>(value), ExactTerm(design).least_exponent);
}

TEST(LogMac, WorkedSumsOfMadam) {
  int sums = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("lns.yaml"))) {
    if (record["op"].as<std::string>() != "lns_madam_dot") continue;
    const std::vector<std::uint64_t> a = MadamCodes(record["a"]), b = MadamCodes(record["b"]);
    for (const char* entries : {"1", "2", "4", "8"}) {
      const Design design = Linear("lns8_madam", entries, *entries == '1' ? "" : "8", "fixed+4");
      const YAML::Node hybrid = record[std::string("hybrid_lut") + entries];
      const double expected =
          std::strtod(hybrid["sum_times_2^18"].as<std::string>().c_str(), nullptr);
      EXPECT_EQ(SumOf(design, a, b), expected) << entries;
      ++sums;
    }
  }
  std::printf("%d sums\n", sums);
  EXPECT_EQ(sums, 4);
}

// Each partial sum rounded: the order decides.
TEST(LogMac, WorkedSumOfLogarithms) {
  const auto unit = MakeUnit(LogDesign("log_mac", "lns8_3", "lns8_3"));
  int sums = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("lns.yaml"))) {
    if (record["op"].as<std::string>() != "l8_dot_log_domain") continue;
    std::uint64_t z = 0;
    for (std::size_t i = 0; i < record["a"].size(); ++i) {
      const std::uint64_t a = Code(record["a"][i].as<std::string>());
      const std::uint64_t b = Code(record["b"][i].as<std::string>());
      const std::uint64_t c = z;
      unit->Evaluate({1, {&a, 1}, {&b, 1}, {&c, 1}}, {&z, 1});
    }
    EXPECT_EQ(z, Code(record["acc"].as<std::string>()));
    ++sums;
  }
  EXPECT_EQ(sums, 1);
}

}  // namespace
}  // namespace macroscope
