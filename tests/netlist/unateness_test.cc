#include "sim/netlist/unateness.h"

#include <gtest/gtest.h>

namespace macroscope {
namespace {

using Known = std::vector<std::optional<bool>>;
constexpr auto kPositive = TimingSense::kPositiveUnate;
constexpr auto kNegative = TimingSense::kNegativeUnate;
constexpr auto kNeither = TimingSense::kNonUnate;

TEST(Unateness, FollowsTheFunction) {
  const LogicExpression gate("A & !B | (C ^ D)");
  EXPECT_EQ(SenseOf(gate, 0, Known(4)), kPositive);
  EXPECT_EQ(SenseOf(gate, 1, Known(4)), kNegative);
  EXPECT_EQ(SenseOf(gate, 2, Known(4)), kNeither);
  EXPECT_EQ(SenseOf(gate, 2, {{}, {}, {}, true}), kNegative);
  EXPECT_EQ(SenseOf(gate, 0, {{}, true, {}, {}}), std::nullopt);
  EXPECT_EQ(SenseOf(LogicExpression("A | !A"), 0, Known(1)), std::nullopt);
  // What the input itself is known to be does not matter.
  EXPECT_EQ(SenseOf(LogicExpression("!A"), 0, {true}), kNegative);
}

TEST(Unateness, KnowsMoreThanSixInputs) {
  const LogicExpression wide("(A&B&C&D&E&F&G&H) ^ I");
  EXPECT_EQ(SenseOf(wide, 7, Known(9)), kNeither);
  Known known(9);
  known[8] = false;
  EXPECT_EQ(SenseOf(wide, 7, known), kPositive);
  known[8] = true;
  EXPECT_EQ(SenseOf(wide, 7, known), kNegative);
  known[3] = false;
  EXPECT_EQ(SenseOf(wide, 7, known), std::nullopt);
  EXPECT_EQ(ConstantOf(wide, known), true);
}

TEST(Unateness, FindsWhatIsConstant) {
  const LogicExpression gate("A & B | C");
  EXPECT_EQ(ConstantOf(gate, Known(3)), std::nullopt);
  EXPECT_EQ(ConstantOf(gate, {false, {}, {}}), std::nullopt);
  EXPECT_EQ(ConstantOf(gate, {false, {}, false}), false);
  EXPECT_EQ(ConstantOf(gate, {{}, {}, true}), true);
  EXPECT_EQ(ConstantOf(LogicExpression("1"), {}), true);
}

}  // namespace
}  // namespace macroscope
