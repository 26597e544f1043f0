// Gates against laws where all operands can be walked: every triple of the 8-bit floating formats
// into themselves, every pair of every 8-bit format of the catalogue.
#include <gtest/gtest.h>

#include <iostream>

#include "sim/netlist/mapping.h"
#include "sim/netlist/netlist_check.h"
#include "tests/netlist/designs.h"

namespace macroscope {
namespace {

void ExpectAgreement(const std::string& design, std::uint64_t cases, const std::string& extent) {
  if (!std::filesystem::exists(kOsu018)) {
    GTEST_SKIP() << kOsu018 << " is absent (package qflow-tech-osu018)";
  }
  const auto unit = UnitOf(design);
  const Netlist netlist = MapToNetlist(Flattened(*unit), Osu018());
  const NetlistCheck check = CheckNetlist(*unit, netlist, cases, 1);
  EXPECT_EQ(check.mismatch, std::nullopt) << design;
  EXPECT_EQ(check.cases, cases);
  EXPECT_TRUE(check.extent.starts_with(extent)) << check.extent;
  std::cout << design << ": " << check.cases << " cases (" << check.extent << ") on "
            << netlist.instances.size() << " cells\n";
}

class AllTriples : public testing::TestWithParam<const char*> {};

TEST_P(AllTriples, GatesAgreeWithTheLaws) {
  const std::string format = GetParam();
  ExpectAgreement("unit=fp_fma operands=" + format + " accumulator=" + format, 1u << 24,
                  "exhaustive");
}

INSTANTIATE_TEST_SUITE_P(Formats, AllTriples, testing::Values("fp8_e5m2", "fp8_e4m3"),
                         [](const auto& format) { return std::string(format.param); });

std::vector<std::string> EightBitFormats() {
  std::vector<std::string> names = {"int8", "uint8", "smag8", "q4.4"};
  const Catalogue catalogue;
  for (const Format& format : catalogue.formats()) {
    if (format.is_floating() && format.width_bits() == 8) names.push_back(format.name);
  }
  return names;
}

class AllPairs : public testing::TestWithParam<std::string> {};

TEST_P(AllPairs, GatesAgreeWithTheLaws) {
  const std::string& format = GetParam();
  const bool is_integer = Catalogue().Find(format).is_integer();
  ExpectAgreement(is_integer ? "unit=int_mac operands=" + format + " accumulator=fixed+12"
                             : "unit=fp_fma operands=" + format + " accumulator=fp16",
                  4 << 16, "all pairs");
}

INSTANTIATE_TEST_SUITE_P(Formats, AllPairs, testing::ValuesIn(EightBitFormats()),
                         [](const auto& format) {
                           std::string name = format.param;
                           for (char& c : name) c = c == '.' ? '_' : c;
                           return name;
                         });

}  // namespace
}  // namespace macroscope
