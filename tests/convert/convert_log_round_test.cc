// Every logarithm around and beyond a format's range, of either sign, zero and infinity: the code
// is the one whose logarithm is nearest in the format.
#include "models/convert/convert_log_round.h"

#include <gtest/gtest.h>

#include "models/formats/log_number.h"
#include "tests/common/log_designs.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

TEST(ConvertLogRound, EveryLogarithm) {
  std::size_t cases = 0, clamped = 0;
  for (const char* to : {"lns8_3", "lns8_madam", "lns6_0", "flagged", "flagged8", "twos",
                         "magnitudes", "cubes", "thin"}) {
    const Design design = ParseDesign(ConvertText("fp16", to), LogCatalogue());
    const Format& format = design.accumulator.format;
    const ConvertLogRound<Word64> round(ConvertShape::Derive(design));
    const std::int64_t least = format.log.least_steps(), greatest = format.log.greatest_steps();
    for (std::int64_t log = least - 40; log <= greatest + 40; ++log) {
      for (const bool sign : {false, true}) {
        for (const bool infinity : {false, true}) {
          SCOPED_TRACE(std::string(to) + " " + std::to_string(log));
          ++cases;
          const LogNumber out = DecodeLog(format, round({sign, log, false, infinity}).z);
          if (sign && !format.has_sign) {
            const bool has_zero = format.log.zero != LogZero::kNone;
            ASSERT_EQ(out.number_class == NumberClass::kZero, has_zero);
            continue;
          }
          ASSERT_EQ(out.number_class, NumberClass::kNormal);
          ASSERT_EQ(out.negative, sign);
          ASSERT_EQ(out.steps, infinity ? greatest : std::clamp(log, least, greatest));
          clamped += out.steps != log ? 1 : 0;
        }
      }
    }
    const LogNumber zero = DecodeLog(format, round({true, 3, true, false}).z);
    if (format.log.zero == LogZero::kNone) {
      EXPECT_EQ(zero.steps, least);
      EXPECT_FALSE(zero.negative);
    } else {
      EXPECT_EQ(round({true, 3, true, false}).z, format.zero_code());
    }
  }
  std::printf("%zu cases, %zu clamped\n", cases, clamped);
  EXPECT_GT(cases, 5'000u);
  EXPECT_GT(clamped, 1'000u);
}

}  // namespace
}  // namespace macroscope
