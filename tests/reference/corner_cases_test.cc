// The named corner cases on the reference: modes fixed and through the port, tininess after and
// before rounding.
#include "tests/reference/corner_cases.h"

#include <gtest/gtest.h>

#include <cstdio>

#include "models/reference/reference.h"
#include "tests/reference/make_design.h"

namespace macroscope {
namespace {

TEST(CornerCases, HoldOnTheReference) {
  int cases = 0;
  for (const CornerCase& corner : kCornerCases) {
    const auto expect = [&](Design design, Rounding mode) {
      const Operation in{corner.a, corner.b, Bits(corner.c), static_cast<std::uint64_t>(mode)};
      for (const Tininess tininess : {Tininess::kAfterRounding, Tininess::kBeforeRounding}) {
        design.tininess = tininess;
        const bool other = tininess == Tininess::kBeforeRounding && corner.flags_before >= 0;
        std::uint8_t flags = 0;
        EXPECT_EQ(Reference(design).Operate(in, &flags).low(), corner.z)
            << corner.name << ' ' << corner.unit << std::hex << ' ' << corner.a << ' ' << corner.b
            << ' ' << corner.c << ' ' << Name(mode);
        EXPECT_EQ(flags, other ? corner.flags_before : corner.flags)
            << corner.name << ' ' << corner.unit << std::hex << ' ' << corner.a << ' ' << corner.b
            << ' ' << corner.c << ' ' << Name(mode) << ' ' << Name(tininess);
        ++cases;
      }
    };
    const auto design = [&](const std::string& rounding) {
      return MakeDesign(corner.unit, corner.format, corner.format, rounding);
    };
    for (const char letter : std::string_view(corner.modes)) {
      const Rounding mode = ModeOf(letter);
      expect(design(std::string(Name(mode))), mode);
      if (mode != Rounding::kToOdd) expect(design("port"), mode);
    }
  }
  std::printf("%d operations\n", cases);
  EXPECT_GT(cases, 1000);
}

}  // namespace
}  // namespace macroscope
