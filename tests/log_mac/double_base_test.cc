// log_mac of double-base numbers: against the reference for all pairs of small formats; what its
// operands become; worked values.
#include <gtest/gtest.h>

#include <cmath>

#include "models/formats/double_base_number.h"
#include "models/log_mac/log_mac_laws.h"
#include "tests/common/full_run.h"
#include "tests/common/law_agreement.h"
#include "tests/common/unit_text.h"

namespace macroscope {
namespace {

Design DoubleBase(const std::string& operands, const std::string& table_bits = "",
                  const std::string& accumulator = "", const std::string& overflow = "") {
  DesignText text = UnitText("log_mac", operands, accumulator);
  text.table_bits = table_bits;
  text.overflow = overflow;
  return ParseDesign(text, Catalogue());
}

TEST(LogMacDoubleBase, EveryPair) {
  std::size_t cases = 0;
  for (const Design& design :
       {DoubleBase("dbns8_3"), DoubleBase("dbns8_3", "2", "fixed+0", "saturate"),
        DoubleBase("dbns8_3", "24", "fixed+3"), DoubleBase("dbns8_4", "1"),
        DoubleBase("dbns8_4", "12"), DoubleBase("dbns8_5"), DoubleBase("dbns8_2", "5"),
        DoubleBase("dbns6_3,dbns8_4", "3", "fixed+0"), DoubleBase("dbns8_4,dbns6_2")}) {
    cases += ExpectLawIsReferenceOnPairs(design, IsFull() ? 64 : 2);
  }
  std::printf("%zu cases, seed 1\n", cases);
  EXPECT_GT(cases, 900000u);
}

TEST(LogMacDoubleBase, TinyAndWideFormats) {
  std::size_t cases = 0;
  for (const char* operands : {"dbns4_2", "dbns5_2", "dbns5_3", "dbns6_3", "dbns4_2,dbns6_4"}) {
    cases += ExpectLawIsReferenceOnPairs(DoubleBase(operands, "", "fixed+1"), 256);
  }
  for (const char* operands : {"dbns12_5", "dbns14_7", "dbns13_8,dbns10_2"}) {
    cases += ExpectLawIsReference(DoubleBase(operands, "11"), /*all_bits=*/0,
                                  IsFull() ? 1'000'000 : 10'000);
  }
  std::printf("%zu cases, seed 1\n", cases);
  EXPECT_GT(cases, 1'500'000u);
}

TEST(LogMacDoubleBase, UnpacksEveryPairOfTwoFormats) {
  const Design design = DoubleBase("dbns7_3,dbns8_5");
  const LogMacShape shape = LogMacShape::Derive(design);
  const LogMacUnpack unpack(shape);
  const LogMultiply multiply{shape.product};
  std::size_t cases = 0;
  for (std::uint64_t a = 0; a < 128; ++a) {
    for (std::uint64_t b = 0; b < 256; ++b, ++cases) {
      const LogOperands out = unpack({a, b});
      const auto x = DecodeDoubleBase(design.a, a), y = DecodeDoubleBase(design.b, b);
      ASSERT_EQ(out.a.zero, x.number_class == NumberClass::kZero);
      ASSERT_EQ(out.b.nan, y.number_class == NumberClass::kNan);
      if (x.number_class != NumberClass::kNormal || y.number_class != NumberClass::kNormal)
        continue;
      // Both sums, side by side: 4 and 16 are how far the exponents of three go below zero.
      const std::int64_t log = multiply(out).log;
      ASSERT_EQ(log >> 6, x.two + y.two);
      ASSERT_EQ(log & 63, x.three + y.three + 4 + 16);
    }
  }
  EXPECT_EQ(cases, 128u * 256);
}

// a*b of 2^two * 3^three as the unit has it; positive.
double Product(const Design& design, int a_two, int a_three, int b_two, int b_three) {
  const auto unit = MakeUnit(design);
  const std::uint64_t a = design.a.double_base.Field(a_two, a_three);
  const std::uint64_t b = design.b.double_base.Field(b_two, b_three);
  std::vector<std::uint64_t> c(static_cast<std::size_t>(unit->c_limbs())), z(c.size());
  unit->Evaluate({1, {&a, 1}, {&b, 1}, c}, z);
  double value = 0;
  for (std::size_t i = z.size(); i-- > 0;) value = value * 0x1p64 + static_cast<double>(z[i]);
  return std::ldexp(value, ExactTerm(design).least_exponent);
}

TEST(LogMacDoubleBase, WorkedProducts) {
  const Design eight = DoubleBase("dbns8_4", "8"), three = DoubleBase("dbns8_4", "3"),
               two = DoubleBase("dbns8_4", "2"), one = DoubleBase("dbns8_4", "1");
  EXPECT_EQ(Product(eight, 0, 1, 0, 1), 9);
  EXPECT_EQ(Product(eight, 3, 2, -1, 1), 108);
  // 1/3 is 341.33 / 1024, and with 8 bits below its leading one 341 / 1024.
  EXPECT_EQ(Product(eight, 0, -2, 0, 1), 341 / 1024.0);
  EXPECT_EQ(Product(three, 0, 2, 0, 1), 28);  // 27 is in the middle of 26 and 28: to the even 14.
  EXPECT_EQ(Product(two, 0, 1, 0, 1), 8);     // 9 is in the middle of 8 and 10: to the even 4.
  EXPECT_EQ(Product(one, 0, 3, 0, 2), 256);   // 243 goes into the next octave.
}

// 1 - 1, then a NaN, then 0.
TEST(LogMacDoubleBase, ANanStays) {
  const Design design = DoubleBase("dbns8_3", "", "fixed+2");
  const auto unit = MakeUnit(design);
  const int width = design.accumulator.width_bits;
  EXPECT_EQ(unit->z_bits(), width + 1);
  ASSERT_LT(width, 64);
  const std::uint64_t plus = 0, minus = 0x80, nan = design.a.canonical_nan();
  std::vector<std::uint64_t> z(static_cast<std::size_t>(unit->z_limbs()));
  const auto add = [&](std::uint64_t a, std::uint64_t b) {
    const std::vector<std::uint64_t> c = z;
    unit->Evaluate({1, {&a, 1}, {&b, 1}, c}, z);
  };
  const auto flag = [&] { return z[0] >> width; };
  add(plus, plus);
  add(minus, plus);
  for (const std::uint64_t limb : z) EXPECT_EQ(limb, 0u);
  add(nan, plus);
  EXPECT_EQ(flag(), 1u);
  add(plus, design.a.zero_code());
  EXPECT_EQ(flag(), 1u);
  EXPECT_EQ(z[0], std::uint64_t{1} << width);  // And adds nothing.
}

}  // namespace
}  // namespace macroscope
