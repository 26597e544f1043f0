// Logarithms on, beside and between all of a format's codes, and beyond its ends: the code is the
// one whose string is nearest. Judged by the list of codes: the string of a posit that has one bit
// more ends in 1 exactly in the middle between two codes.
#include "models/convert/convert_log_posit_round.h"

#include <gtest/gtest.h>

#include "models/formats/log_number.h"
#include "tests/convert/convert_designs.h"

namespace macroscope {
namespace {

TEST(ConvertLogPositRound, EveryCodeAndEveryMiddle) {
  std::size_t cases = 0, ties = 0;
  for (const char* to :
       {"elma3_0", "elma4_1", "elma6_2", "elma8_0", "elma8_1", "elma8_3", "elma8_8", "elma12_1"}) {
    const Design design = ParseDesign(ConvertText("fp16", to), Catalogue());
    SCOPED_TRACE(DisplayName(design));
    const Format& format = design.accumulator.format;
    Format wider = format;
    ++wider.posit.width_bits;
    const ConvertShape shape = ConvertShape::Derive(design);
    const ConvertLogPositRound round(shape);
    const auto at = [&](const LogNumber& number, bool sign, bool sticky) {
      const std::int64_t per_octave = number.steps_per_octave;
      const std::int64_t octave = (number.steps - (number.steps & (per_octave - 1))) / per_octave;
      // As many bits as the stage takes; the wider format has no more.
      const auto fraction = static_cast<std::uint64_t>(number.steps - octave * per_octave)
                            << (shape.kept_bits - 1 - wider.posit.max_fraction_bits());
      const std::uint64_t one = std::uint64_t{1} << (shape.kept_bits - 1);
      ++cases;
      return round({sign, static_cast<int>(octave), one + fraction, sticky, false}).z;
    };
    const std::uint64_t greatest = format.max_finite();
    for (std::uint64_t code = 1; code <= 2 * greatest; ++code) {
      const LogNumber number = DecodeLog(wider, code);
      // Above the last code and below the first there is no middle.
      const std::uint64_t below = std::max<std::uint64_t>(code / 2, 1);
      const std::uint64_t above = std::clamp<std::uint64_t>((code + 1) / 2, 1, greatest);
      const bool is_middle = code % 2 != 0;
      const std::uint64_t even = below % 2 == 0 ? below : above;
      const std::uint64_t nearest = is_middle ? even : below;
      ties += is_middle ? 1 : 0;
      ASSERT_EQ(at(number, false, false), code == 1 ? 1 : nearest) << code;
      ASSERT_EQ(at(number, true, false), (code == 1 ? 1 : nearest) | format.sign_mask()) << code;
      ASSERT_EQ(at(number, false, true), is_middle ? above : below) << code;
    }
    for (const int beyond : {1, 3}) {
      const int scale = format.posit.max_scale() + beyond;
      const std::uint64_t one = std::uint64_t{1} << (shape.kept_bits - 1);
      ASSERT_EQ(round({false, scale, one, true, false}).z, greatest);
      ASSERT_EQ(round({true, -scale, one, true, false}).z, 1 | format.sign_mask());
    }
    ASSERT_EQ(round({true, 0, 0, false, false}).z, 0u);
    ASSERT_EQ(round({false, 0, 0, false, true}).z, format.sign_mask());
  }
  std::printf("%zu cases, %zu middles\n", cases, ties);
  EXPECT_GT(cases, 10'000u);
  EXPECT_GT(ties, 2'000u);
}

}  // namespace
}  // namespace macroscope
