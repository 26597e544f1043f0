// The correction is the Gaussian logarithm to within what the design states, for every distance.
#include "models/common/log_refine.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/common/log_designs.h"

namespace macroscope {
namespace {

TEST(LogRefine, EveryDistance) {
  std::size_t cases = 0;
  for (const auto& [format, method] :
       {std::pair("lns8_3", "table"), std::pair("lns8_3", "interpolate"),
        std::pair("lns12_6", "interpolate"), std::pair("lns12_6", "bipartite"),
        std::pair("lns12_6", "cotransform"), std::pair("lns8_4", "mitchell"),
        std::pair("lns12_6", "mitchell")}) {
    const Design design = LogDesign("log_add", format, "", method);
    const LogSumShape shape = LogSumShape::Derive(design, 16, 16);
    const LogLookup lookup{shape};
    const LogRefine refine{shape};
    const double steps = design.a.log.steps_per_octave;
    for (std::uint64_t d = 0; d < std::uint64_t{1} << shape.distance_bits; ++d) {
      for (const bool subtract : {false, true}) {
        if (subtract && d == 0) continue;
        // Those differences have become sums.
        if (subtract && !shape.is_mitchell && shape.tables->cotransformation.Splits(d)) continue;
        ++cases;
        LogLookup::In in{
            .sign = false, .log = 9, .distance = d, .subtract = subtract, .near = true};
        const auto out = refine(lookup(in));
        ASSERT_EQ(out.log, 9);
        const double part = std::exp2(-static_cast<double>(d) / steps);
        const double exact = steps * std::fabs(std::log2(subtract ? 1 - part : 1 + part));
        const double got = std::ldexp(static_cast<double>(out.correction), -shape.guard_bits);
        const double worst = subtract ? shape.worst_difference : shape.worst_sum;
        ASSERT_LE(std::fabs(got - exact), worst + 0.5) << DisplayName(design) << ' ' << d;
        ASSERT_LE(BitLength(Word64{out.correction}), shape.correction_bits());
        in.near = false;
        ASSERT_EQ(refine(lookup(in)).correction, 0u);
      }
    }
  }
  std::printf("%zu cases\n", cases);
  EXPECT_GT(cases, 2000u);
}

}  // namespace
}  // namespace macroscope
