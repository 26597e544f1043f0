// The nearest double-base number: of every number itself; to either side of every middle; in the
// middle, beyond the ends and about zero as it is stated.
#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "models/formats/catalogue.h"
#include "models/formats/double_base_number.h"
#include "models/reference/double_base_quantize.h"

namespace macroscope {
namespace {

// Whole numbers 2^two * 3^three, small enough for 128 bits once all are times `scale`.
unsigned __int128 Whole(const Format& format, std::uint64_t code) {
  const DoubleBaseLayout& layout = format.double_base;
  unsigned __int128 value = 1;
  for (int i = layout.least_two(); i < layout.Two(code); ++i) value *= 2;
  for (int i = layout.least_three(); i < layout.Three(code); ++i) value *= 3;
  return value;
}

// The double nearest to numerator / (2^-least_two * 3^-least_three) and how the two compare.
struct Near {
  double value;
  int sign;  // Of value - exact.
};

Near Divide(const Format& format, unsigned __int128 numerator) {
  const DoubleBaseLayout& layout = format.double_base;
  unsigned __int128 divisor = 1;
  for (int i = layout.least_three(); i < 0; ++i) divisor *= 3;
  // 53 bits below the leading one, cut off.
  int exponent = 0;
  while (numerator >> 74 == 0) {
    numerator *= 2;
    --exponent;
  }
  unsigned __int128 quotient = numerator / divisor;
  bool exact = quotient * divisor == numerator;
  while (quotient >> 53 != 0) {
    exact = exact && (quotient & 1) == 0;
    quotient /= 2;
    ++exponent;
  }
  const double value = std::ldexp(static_cast<double>(quotient), exponent + layout.least_two());
  return {value, exact ? 0 : -1};
}

TEST(DoubleBaseCodes, EveryNumberAndBothSidesOfEveryMiddle) {
  std::size_t numbers = 0, middles = 0, ties = 0;
  for (const char* name : {"dbns4_2", "dbns6_3", "dbns8_3", "dbns8_4", "dbns9_4", "dbns7_2"}) {
    const Format format = Catalogue().FindAlternative(name);
    const DoubleBaseCodes codes(format);
    const auto& positive = codes.positive();
    ASSERT_EQ(positive.size(), format.sign_mask() - 1) << name;
    ASSERT_EQ(positive.front(), format.least_positive());
    ASSERT_EQ(positive.back(), format.max_finite());
    for (std::size_t i = 0; i < positive.size(); ++i) {
      const unsigned __int128 upper = Whole(format, positive[i]);
      const double value = Divide(format, upper).value;
      ASSERT_EQ(codes.Nearest(value), positive[i]) << name;
      ASSERT_EQ(codes.Nearest(-value), positive[i] | format.sign_mask());
      ++numbers;
      const unsigned __int128 lower = i == 0 ? 0 : Whole(format, positive[i - 1]);
      ASSERT_LT(lower, upper);  // Ascending.
      const std::uint64_t below = i == 0 ? format.zero_code() : positive[i - 1];
      const Near twice = Divide(format, lower + upper);
      const double middle = twice.value / 2;
      // A middle that is a double is a tie, which the greater magnitude takes.
      ASSERT_EQ(codes.Nearest(middle), twice.sign == 0 ? positive[i] : below) << name << ' ' << i;
      ASSERT_EQ(codes.Nearest(std::nextafter(middle, 1e300)), positive[i]);
      ASSERT_EQ(codes.Nearest(std::nextafter(middle, 0)), below);
      const std::uint64_t minus = i == 0 ? below : below | format.sign_mask();
      ASSERT_EQ(codes.Nearest(-std::nextafter(middle, 0)), minus);
      ++middles;
      ties += twice.sign == 0;
    }
  }
  std::printf("%zu numbers, %zu middles, %zu ties\n", numbers, middles, ties);
  EXPECT_EQ(numbers, 7u + 31 + 127 + 127 + 255 + 63);
  EXPECT_GT(ties, 40u);
}

TEST(DoubleBaseCodes, Ends) {
  for (const char* name : {"dbns8_3", "dbns16_2", "dbns16_8"}) {
    const Format format = Catalogue().FindAlternative(name);
    const DoubleBaseCodes codes(format);
    const double infinity = std::numeric_limits<double>::infinity();
    EXPECT_EQ(codes.Nearest(0), format.zero_code());
    EXPECT_EQ(codes.Nearest(-0.0), format.zero_code());
    EXPECT_EQ(codes.Nearest(infinity), format.max_finite());
    EXPECT_EQ(codes.Nearest(-infinity), format.min_finite());
    EXPECT_EQ(codes.Nearest(std::nan("")), format.canonical_nan());
    EXPECT_EQ(codes.Nearest(1), format.double_base.Field(0, 0));
    EXPECT_EQ(codes.Nearest(-3), format.double_base.Field(0, 1) | format.sign_mask());
  }
  const Format narrow = Catalogue().FindAlternative("dbns8_3");
  EXPECT_EQ(DoubleBaseCodes(narrow).Nearest(1e300), narrow.max_finite());
  EXPECT_EQ(DoubleBaseCodes(narrow).Nearest(1e-300), narrow.zero_code());
}

}  // namespace
}  // namespace macroscope
