// Flexpoint's exponent manager where the worked trace does not go: the search for the first scale,
// overflows, the window, and the ends of the exponent's range.
#include "models/reference/autoflex.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace macroscope {
namespace {

// The greatest mantissa of a tensor whose largest magnitude is `largest`.
std::uint64_t Mantissa(const Autoflex& manager, double largest) {
  const double mantissa = std::ldexp(largest, -manager.exponent());
  return static_cast<std::uint64_t>(std::nearbyint(std::min(mantissa, 32767.0)));
}

const AutoflexConstants kWide{.least_exponent = -200, .greatest_exponent = 200};

TEST(Autoflex, FindsAFirstScaleFromAnyMagnitude) {
  int searches = 0, most_tries = 0;
  for (int exponent = -100; exponent <= 100; ++exponent) {
    for (const double fraction : {1.0, 1.25, 1.999}) {
      const double largest = std::ldexp(fraction, exponent);
      Autoflex manager(kWide);
      int tries = 1;
      while (!manager.Initialize(Mantissa(manager, largest))) ++tries;
      EXPECT_GT(Mantissa(manager, largest), 32u) << largest;
      EXPECT_LT(Mantissa(manager, largest), 32767u) << largest;
      most_tries = std::max(most_tries, tries);
      ++searches;
    }
  }
  std::printf("%d searches of at most %d tries\n", searches, most_tries);
  EXPECT_EQ(searches, 603);
  EXPECT_LE(most_tries, 16);
}

TEST(Autoflex, StopsAtTheEndsOfItsRange) {
  Autoflex zeros;
  int tries = 1;
  while (!zeros.Initialize(0)) ++tries;
  EXPECT_EQ(zeros.exponent(), -16);
  EXPECT_EQ(tries, 3);
  for (int i = 0; i < 40; ++i) zeros.Adjust(0);
  EXPECT_EQ(zeros.exponent(), -16);
  Autoflex huge;
  while (!huge.Initialize(32767)) {
  }
  EXPECT_EQ(huge.exponent(), 15);
  huge.Adjust(32767);
  EXPECT_EQ(huge.exponent(), 15);
  EXPECT_EQ(Autoflex({}, -100).exponent(), -16);
}

// The prediction starts anew from twice the greatest mantissa; without an overflow it would not.
TEST(Autoflex, ForgetsAfterAnOverflow) {
  Autoflex manager(kWide, -12);
  manager.Adjust(4096);
  const double scale = std::ldexp(1, manager.exponent());
  EXPECT_EQ(manager.Adjust(32767), 2 * (2 * 32767 * scale + 100 * scale));
  Autoflex other(kWide, -12);
  other.Adjust(4096);
  EXPECT_GT(other.Adjust(32766), 2 * (32766 * scale + 100 * scale));  // The deviation counts.
}

TEST(Autoflex, RemembersAsManyTensorsAsItsWindow) {
  Autoflex manager(kWide, -12);
  manager.Adjust(8192);  // 2, then ones
  double chi = 0;
  for (int i = 0; i < 15; ++i) chi = manager.Adjust(Mantissa(manager, 1));
  EXPECT_GT(chi, 4);
  const int before = manager.exponent();
  chi = manager.Adjust(Mantissa(manager, 1));  // The 2 is forgotten.
  EXPECT_EQ(chi, 2 * (1 + 100 * std::ldexp(1, before)));
}

}  // namespace
}  // namespace macroscope
