// Every distance in its segment: where the segment begins, what is left, and the values that the
// tables have there.
#include "models/common/log_lookup.h"

#include <gtest/gtest.h>

#include "tests/common/log_designs.h"

namespace macroscope {
namespace {

TEST(LogLookup, EveryDistance) {
  std::size_t cases = 0;
  for (const auto& [format, method] :
       {std::pair("lns8_3", "table"), std::pair("lns8_3", "interpolate"),
        std::pair("lns12_6", "interpolate"), std::pair("lns12_6", "bipartite"),
        std::pair("lns12_6", "cotransform"), std::pair("lns8_4", "mitchell")}) {
    const Design design = LogDesign("log_add", format, "", method);
    const LogSumShape shape = LogSumShape::Derive(design, 16, 16);
    const LogLookup lookup{shape};
    for (std::uint64_t d = 0; d < std::uint64_t{1} << shape.distance_bits; ++d) {
      for (const bool subtract : {false, true}) {
        // Those differences have become sums.
        if (subtract && !shape.is_mitchell && shape.tables->cotransformation.Splits(d)) continue;
        ++cases;
        const auto out = lookup({.sign = true,
                                 .log = -5,
                                 .distance = d,
                                 .subtract = subtract,
                                 .near = true,
                                 .zero = false});
        ASSERT_TRUE(out.sign && out.near && !out.zero && out.log == -5);
        ASSERT_EQ(out.subtract, subtract);
        if (shape.is_mitchell) {
          ASSERT_EQ(out.rest, d);
          continue;
        }
        if (shape.is_bipartite()) {
          ASSERT_EQ(static_cast<std::int64_t>(out.base - out.slope),
                    shape.tables->Value(subtract, d));
          ASSERT_EQ(out.rest, 0u);
          continue;
        }
        // From the top: the segment is as wide as the bits below leading one and mantissa.
        const int e = std::max(0, BitLength(Word64{d}) - 1 - shape.tables->mantissa_bits);
        const std::uint64_t begin = d >> e << e;
        ASSERT_EQ(static_cast<std::int64_t>(out.base), shape.tables->Value(subtract, begin)) << d;
        ASSERT_EQ(out.rest, (d - begin) << (shape.tables->rest_bits - e)) << d;
        ASSERT_EQ(BitLength(Word64{out.base}) <= shape.base_bits(), true);
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 1000u);
}

}  // namespace
}  // namespace macroscope
