// The corner cases that tests/reference/corner_cases.h works out by hand, on law, batch and RTL: a
// design with a rounding port for the five modes of IEEE 754, one built for to_odd.
#include "tests/reference/corner_cases.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <memory>

#include "models/common/unit.h"
#include "models/formats/catalogue.h"
#include "sim/cosim/engine.h"

namespace macroscope {
namespace {

struct Hardware {
  const char* unit;
  const char* format;
  const char* rounding;
};
void PrintTo(const Hardware& hardware, std::ostream* os) {
  *os << hardware.unit << ' ' << hardware.format << ' ' << hardware.rounding;
}

class CornerCases : public testing::TestWithParam<Hardware> {
 protected:
  static Design MakeDesign(const std::string& tininess) {
    DesignText text;
    text.unit = GetParam().unit;
    text.operands = text.accumulator = GetParam().format;
    text.rounding = GetParam().rounding;
    text.tininess = tininess;
    return ParseDesign(text, Catalogue());
  }

  static void Check(const Design& design, Engine& engine) {
    const auto unit = MakeUnit(design);
    int cases = 0;
    for (const CornerCase& corner : kCornerCases) {
      if (corner.unit != std::string_view(GetParam().unit) ||
          corner.format != std::string_view(GetParam().format)) {
        continue;
      }
      for (const char letter : std::string_view(corner.modes)) {
        const Rounding mode = ModeOf(letter);
        if ((mode == Rounding::kToOdd) != (design.rounding == Rounding::kToOdd)) continue;
        const auto r = static_cast<std::uint64_t>(mode);
        std::uint64_t z = 0;
        std::uint8_t flags = 0;
        engine.Evaluate({1, {&corner.a, 1}, {&corner.b, 1}, {&corner.c, 1}, {&r, 1}}, {&z, 1},
                        {&flags, 1});
        const bool before = design.tininess == Tininess::kBeforeRounding;
        EXPECT_EQ(z, corner.z) << engine.name() << ' ' << corner.name << ' ' << Name(mode)
                               << std::hex << ' ' << corner.a << ' ' << corner.b << ' ' << corner.c;
        EXPECT_EQ(flags, before && corner.flags_before >= 0 ? corner.flags_before : corner.flags)
            << engine.name() << ' ' << corner.name << ' ' << Name(mode) << ' '
            << Name(design.tininess) << std::hex << ' ' << corner.a << ' ' << corner.b << ' '
            << corner.c;
        ++cases;
      }
    }
    std::printf("%s: %d corner cases\n", std::string(engine.name()).c_str(), cases);
    EXPECT_GT(cases, 0);
  }
};
INSTANTIATE_TEST_SUITE_P(
    Designs, CornerCases,
    testing::Values(Hardware{"fp_fma", "fp16", "port"}, Hardware{"fp_fma", "fp16", "to_odd"},
                    Hardware{"fp_add", "fp16", "port"}, Hardware{"fp_add", "fp16", "to_odd"},
                    Hardware{"fp_mul", "fp16", "port"}, Hardware{"fp_mul", "fp16", "to_odd"},
                    Hardware{"fp_fma", "fp32", "port"}, Hardware{"fp_fma", "fp32", "to_odd"},
                    Hardware{"fp_add", "fp32", "port"}, Hardware{"fp_add", "fp32", "to_odd"},
                    Hardware{"fp_mul", "fp32", "port"}, Hardware{"fp_mul", "fp32", "to_odd"}),
    [](const auto& test) {
      return std::string(test.param.unit) + "_" + test.param.format + "_" + test.param.rounding;
    });

TEST_P(CornerCases, Hold) {
  for (const char* tininess : {"after_rounding", "before_rounding"}) {
    const Design design = MakeDesign(tininess);
    Check(design, *MakeEngine("law", design));
    Check(design, *MakeEngine("batch", design));
  }
  const Design design = MakeDesign("after_rounding");
  Check(design, *MakeEngine("rtl", design));
}

}  // namespace
}  // namespace macroscope
