// Keys grow with values, strictly but for the two zeros, over every code; a NaN has zero's.
#include "models/convert/convert_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

#include "tests/common/to_double.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

TEST(ConvertOrder, KeysGrowWithValues) {
  std::size_t cases = 0, nans = 0;
  const Catalogue catalogue = ConvertCatalogue();
  for (const char* from : {"int8", "uint8", "smag8", "q4.4", "fp4_e2m1", "fp8_e5m2", "fp8_e4m3",
                           "fp8_e4m3fnuz", "p3109_k8p4se", "p3109_k8p4ue", "fp16", "gap_e3m2"}) {
    for (const char* to : {"nf4", "bnb_fp4"}) {
      const Design design = ParseDesign(ConvertText(from, to), catalogue);
      SCOPED_TRACE(DisplayName(design));
      const ConvertCodeShape shape = ConvertCodeShape::Derive(design);
      const ConvertOrder order(shape);
      std::vector<std::pair<double, std::uint64_t>> keys;
      for (std::uint64_t code = 0; code <= design.a.code_mask(); ++code, ++cases) {
        double value = ToDouble(design.a, code);
        const auto out = order({code, 0});
        ASSERT_LE(BitLength(out.key), shape.key_bits);
        if (std::isnan(value)) {
          ++nans;
          ASSERT_EQ(out, order({0, 0})) << code;
          continue;
        }
        ASSERT_EQ(out.sign, shape.by_magnitude && value < 0) << code;
        keys.emplace_back(shape.by_magnitude ? std::fabs(value) : value, out.key);
      }
      std::ranges::sort(keys);
      for (std::size_t i = 1; i < keys.size(); ++i) {
        const bool same = keys[i - 1].first == keys[i].first;
        ASSERT_TRUE(keys[i - 1].second < keys[i].second ||
                    (same && keys[i - 1].second == keys[i].second))
            << keys[i - 1].first << " and " << keys[i].first;
      }
    }
  }
  std::printf("%zu cases, %zu NaNs\n", cases, nans);
  EXPECT_GT(cases, 100'000u);
  EXPECT_GT(nans, 1'000u);
}

}  // namespace
}  // namespace macroscope
