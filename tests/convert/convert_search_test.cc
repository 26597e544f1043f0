// Every code gets the nearest value's code, found by looking at all of them.
#include "models/convert/convert_search.h"

#include <gtest/gtest.h>

#include "tests/common/to_double.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

TEST(ConvertSearch, EveryCodeGetsTheNearestValue) {
  std::size_t cases = 0, ties = 0;
  for (const char* from :
       {"int8", "uint8", "smag8", "q2.6", "fp8_e5m2", "fp8_e4m3", "fp8_e4m3fnuz", "bf16"}) {
    // Without thresholds of their own.
    for (const char* to : {"af4", "bnb_dynamic8"}) {
      const Design design = ParseDesign(ConvertText(from, to), Catalogue());
      SCOPED_TRACE(DisplayName(design));
      const Format& codebook = design.accumulator.format;
      const ConvertSearch search(design);
      const ConvertOrder order(search.shape);
      std::vector<double> values;
      for (std::uint64_t z = 0; z <= codebook.code_mask(); ++z) {
        values.push_back(ToDouble(codebook, z));
      }
      for (std::uint64_t code = 0; code <= design.a.code_mask(); ++code, ++cases) {
        const double x = ToDouble(design.a, code);
        if (!std::isfinite(x)) continue;
        const double error = std::fabs(values[search(order({code, 0})).z] - x);
        int as_near = 0;
        for (const double value : values) {
          ASSERT_LE(error, std::fabs(value - x)) << code << " is nearer to " << value;
          as_near += error == std::fabs(value - x) ? 1 : 0;
        }
        ties += as_near > 1 ? 1 : 0;
      }
    }
  }
  std::printf("%zu cases, %zu ties\n", cases, ties);
  EXPECT_GT(cases, 100'000u);
  EXPECT_GT(ties, 10u);
}

}  // namespace
}  // namespace macroscope
