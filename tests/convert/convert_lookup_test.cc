// Every entry is its code's value, cut or rounded as asked: no number of the target lies between.
#include "models/convert/convert_lookup.h"

#include <gtest/gtest.h>

#include "tests/common/to_double.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

TEST(ConvertLookup, EveryEntryIsTheNearestNumber) {
  std::size_t cases = 0;
  for (const char* from : {"nf4", "af4", "bnb_fp4", "bnb_dynamic8"}) {
    for (const char* to : {"fp4_e2m1", "fp8_e4m3", "fp8_e5m2", "bf16", "fp16", "int8", "q2.6"}) {
      const Design design = ParseDesign(ConvertText(from, to), Catalogue());
      SCOPED_TRACE(DisplayName(design));
      const Format& target = design.accumulator.format;
      const ConvertLookup lookup(design);
      for (std::uint64_t code = 0; code <= design.a.code_mask(); ++code, ++cases) {
        const double value = ToDouble(design.a, code);
        const std::uint64_t z = lookup({code, 0}).z;
        const double error = std::fabs(ToDouble(target, z) - value);
        for (std::uint64_t other = 0; other <= target.code_mask(); ++other) {
          const double number = ToDouble(target, other);
          if (!std::isfinite(number)) continue;
          ASSERT_LE(error, std::fabs(number - value)) << code << ": " << z << " and not " << other;
        }
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_EQ(cases, 7u * (3 * 16 + 256));
}

}  // namespace
}  // namespace macroscope
