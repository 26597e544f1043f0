// All pairs of codes of every format of at most 8 bits, on every unit that takes it: reference, RTL
// and netlist against the laws. c is corner-biased.
#include <gtest/gtest.h>

#include "models/formats/catalogue.h"
#include "tests/agreement/agreement.h"

namespace macroscope {
namespace {

std::vector<std::string> Formats() {
  std::vector<std::string> names = {"int8", "uint8", "smag8", "q3.4"};
  const Catalogue catalogue;
  for (const Format& f : catalogue.formats()) {
    if (f.is_floating() && f.width_bits() <= 8) names.push_back(f.name);
  }
  return names;
}

std::string TestName(const testing::TestParamInfo<std::string>& test) {
  std::string name = test.param;
  for (char& c : name) {
    if (c == '.') c = '_';
  }
  return name;
}

class EveryPair : public testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Formats, EveryPair, testing::ValuesIn(Formats()), TestName);

const std::vector<std::string> kEngines = {"law", "reference", "rtl", "netlist"};

TEST_P(EveryPair, FixedPointAccumulator) {
  const bool integer = Catalogue().Find(GetParam()).is_integer();
  ExpectAgreement(AgreementDesign(integer ? "int_mac" : "kulisch_mac", GetParam(), "fixed+12"),
                  kEngines, 0, /*pairs=*/true);
}

TEST_P(EveryPair, FloatingAccumulator) {
  ExpectAgreement(AgreementDesign("fp_fma", GetParam(), "fp16"), kEngines, 0, /*pairs=*/true);
}

}  // namespace
}  // namespace macroscope
