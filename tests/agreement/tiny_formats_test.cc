// All operations of fp_fma on the tiniest formats under every rounding, overflow, treatment of
// subnormals and tininess: laws and reference, results and flags; and the RTL of some of them.
#include <gtest/gtest.h>

#include <cstdio>

#include "models/common/unit.h"
#include "models/formats/catalogue.h"
#include "sim/cosim/compare.h"
#include "sim/stimulus/exhaustive.h"

namespace macroscope {
namespace {

constexpr const char* kTreatments[] = {"keep", "flush_inputs", "flush_outputs", "flush"};
constexpr const char* kTininess[] = {"after_rounding", "before_rounding"};

Format Row(const char* name, int exponent_bits, int fraction_bits, Specials specials) {
  Format format;
  format.name = name;
  format.exponent_bits = exponent_bits;
  format.fraction_bits = fraction_bits;
  format.bias = (1 << (exponent_bits - 1)) - 1;
  format.specials = specials;
  return format;
}

Catalogue TinyCatalogue() {
  Catalogue catalogue;
  for (const Format& format :
       {Row("e2m1_ieee", 2, 1, Specials::kIeee), Row("e2m1_fnuz", 2, 1, Specials::kNegativeZeroNan),
        Row("e2m1_extended", 2, 1, Specials::kExtended),
        Row("e2m1_top", 2, 1, Specials::kTopCodeNan), Row("e3m0", 3, 0, Specials::kNone),
        Row("e3m0_top", 3, 0, Specials::kTopCodeNan), Row("e1m2", 1, 2, Specials::kNone),
        Row("e2m2_ieee", 2, 2, Specials::kIeee)}) {
    catalogue.Add(format);
  }
  return catalogue;
}

// Operands and result; both operands alike, or two.
struct Tiny {
  const char* name;
  const char* operands;
  const char* accumulator;
};
void PrintTo(const Tiny& tiny, std::ostream* os) { *os << tiny.name; }

class TinyFormats : public testing::TestWithParam<Tiny> {
 protected:
  Design MakeDesign(const std::string& rounding, const std::string& overflow,
                    const std::string& subnormals, const std::string& tininess) const {
    DesignText text;
    text.unit = "fp_fma";
    text.operands = GetParam().operands;
    text.accumulator = GetParam().accumulator;
    text.rounding = rounding;
    if (rounding == "stochastic") text.random_bits = "2";
    text.overflow = overflow;
    text.subnormals = subnormals;
    text.tininess = tininess;
    return ParseDesign(text, catalogue_);
  }

  void Compare(const Design& design, Engine& expected, Engine& actual) {
    const auto unit = MakeUnit(design);
    Exhaustive all(design, unit->c_bits());
    const CompareReport report = CompareEngines(*unit, expected, actual, all, all.size());
    ASSERT_TRUE(report.ok) << DisplayName(design) << ": " << report.mismatch;
    ASSERT_EQ(report.cases, all.size());
    cases_ += report.cases;
  }

  std::vector<std::string> Overflows() const {
    const Format format = catalogue_.Find(GetParam().accumulator);
    std::vector<std::string> all = {"saturate"};
    if (format.has_nan()) all.emplace_back("nan");
    if (format.has_infinity()) all.emplace_back("infinity");
    return all;
  }

  const Catalogue catalogue_ = TinyCatalogue();
  std::uint64_t cases_ = 0;
};
constexpr Tiny kIeee{"e2m1_ieee", "e2m1_ieee", "e2m1_ieee"};
constexpr Tiny kNoFraction{"e3m0_top", "e3m0_top", "e3m0_top"};
constexpr Tiny kMixed{"mixed_ieee", "e2m1_extended,int4", "e2m2_ieee"};
INSTANTIATE_TEST_SUITE_P(Formats, TinyFormats,
                         testing::Values(kIeee, kNoFraction, kMixed,
                                         Tiny{"e2m1_fnuz", "e2m1_fnuz", "e2m1_fnuz"},
                                         Tiny{"e2m1_extended", "e2m1_extended", "e2m1_extended"},
                                         Tiny{"e2m1_top", "e2m1_top", "e2m1_top"},
                                         Tiny{"e3m0", "e3m0", "e3m0"}, Tiny{"e1m2", "e1m2", "e1m2"},
                                         Tiny{"mixed_none", "e2m2_ieee,e3m0_top", "e1m2"}),
                         [](const auto& test) { return std::string(test.param.name); });

// The hardware of three stands for that of all.
class TinyHardware : public TinyFormats {};
INSTANTIATE_TEST_SUITE_P(Formats, TinyHardware, testing::Values(kIeee, kNoFraction, kMixed),
                         [](const auto& test) { return std::string(test.param.name); });

TEST_P(TinyFormats, LawsAgreeWithTheReference) {
  for (const std::string& rounding : RoundingNames()) {
    for (const std::string& overflow : Overflows()) {
      for (const char* subnormals : kTreatments) {
        for (const char* tininess : kTininess) {
          const Design design = MakeDesign(rounding, overflow, subnormals, tininess);
          Compare(design, *MakeEngine("reference", design), *MakeEngine("law", design));
          if (HasFatalFailure()) return;
        }
      }
    }
  }
  std::printf("%llu operations\n", static_cast<unsigned long long>(cases_));
  EXPECT_GT(cases_, 100'000u);
}

// Two treatments of everything that a parameter switches.
TEST_P(TinyHardware, AgreesWithTheLaws) {
  for (const Design& design :
       {MakeDesign("port", Overflows().back(), "flush", "after_rounding"),
        MakeDesign("stochastic", "saturate", "flush_outputs", "before_rounding")}) {
    Compare(design, *MakeEngine("law", design), *MakeEngine("rtl", design));
    if (HasFatalFailure()) return;
  }
  std::printf("%llu operations\n", static_cast<unsigned long long>(cases_));
  EXPECT_GT(cases_, 10'000u);
}

}  // namespace
}  // namespace macroscope
