// Posit arithmetic against the table of all values, and against strings of bits.
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <random>

#include "models/formats/catalogue.h"
#include "models/reference/posit_operation.h"
#include "tests/formats/expect_message.h"
#include "tests/reference/posit_table.h"

namespace macroscope {
namespace {

Format Posit(int width_bits, int exponent_bits) {
  return Catalogue().FindAlternative("posit" + std::to_string(width_bits) + "_" +
                                     std::to_string(exponent_bits));
}

struct Size {
  int width_bits, exponent_bits;
};

TEST(PositOperation, EveryPairOf8BitsIsTheNearestOfAllValues) {
  std::uint64_t cases = 0;
  for (const auto [n, es] :
       {Size{8, 0}, Size{8, 1}, Size{8, 2}, Size{7, 2}, Size{5, 2}, Size{3, 2}}) {
    const Format format = Posit(n, es);
    PositOperation operation(format, format, format);
    const PositTable table(n, es);
    for (std::uint64_t a = 0; a < table.codes(); ++a) {
      for (std::uint64_t b = 0; b < table.codes(); ++b, ++cases) {
        const bool nar = a == table.nar() || b == table.nar();
        const auto expect = [&](PositTable::Wide x) { return nar ? table.nar() : table.Round(x); };
        const PositTable::Wide va = table.value(a) << 28, vb = table.value(b) << 28;
        ASSERT_EQ(operation.Add(a, b), expect(va + vb)) << format.name << ' ' << a << ' ' << b;
        ASSERT_EQ(operation.Subtract(a, b), expect(va - vb)) << format.name << ' ' << a << ' ' << b;
        ASSERT_EQ(operation.Multiply(a, b), expect(table.value(a) * table.value(b)))
            << format.name << ' ' << a << ' ' << b;
      }
    }
  }
  EXPECT_EQ(cases, 3 * 65536U + 16384 + 1024 + 64);
}

class EveryTriple : public testing::TestWithParam<Size> {};

TEST_P(EveryTriple, OfAnFmaIsTheNearestOfAllValues) {
  const auto [n, es] = GetParam();
  const Format format = Posit(n, es);
  PositOperation operation(format, format, format);
  const PositTable table(n, es);
  std::uint64_t cases = 0;
  for (std::uint64_t a = 0; a < table.codes(); ++a) {
    for (std::uint64_t b = 0; b < table.codes(); ++b) {
      const PositTable::Wide product = table.value(a) * table.value(b);
      for (std::uint64_t c = 0; c < table.codes(); ++c, ++cases) {
        const bool nar = a == table.nar() || b == table.nar() || c == table.nar();
        const PositTable::Wide sum = product + (table.value(c) << 28);
        ASSERT_EQ(operation.Fma(a, b, c), nar ? table.nar() : table.Round(sum))
            << format.name << ' ' << a << ' ' << b << ' ' << c;
      }
    }
  }
  EXPECT_EQ(cases, std::uint64_t{1} << (3 * n));
}

INSTANTIATE_TEST_SUITE_P(Posits, EveryTriple,
                         testing::Values(Size{8, 0}, Size{8, 1}, Size{8, 2}, Size{6, 0}, Size{6, 1},
                                         Size{6, 2}, Size{4, 2}),
                         [](const auto& instance) {
                           return "posit" + std::to_string(instance.param.width_bits) + "_" +
                                  std::to_string(instance.param.exponent_bits);
                         });

// Of every size: each code, the boundary to the next, and what lies just beside it.
TEST(RoundToPosit, ChangesAtTheValuesOfAPositOneBitLonger) {
  BigInteger value, scratch;
  std::uint64_t cases = 0;
  for (int n = 3; n <= 12; ++n) {
    for (int es = 0; es <= std::min(n, 9); ++es) {
      const Format format = Posit(n, es);
      const auto round = [&](const PositText& text, long beside) {
        const std::uint64_t significand = std::stoull("1" + text.fraction, nullptr, 2);
        mpz_set_ui(value, significand);
        mpz_mul_2exp(value, value, 70);
        beside < 0 ? mpz_sub_ui(value, value, 1) : mpz_add_ui(value, value, beside);
        const int exponent = text.scale - static_cast<int>(text.fraction.size()) - 70;
        ++cases;
        const std::uint64_t code = RoundToPosit(value, exponent, format, scratch).code;
        mpz_neg(value, value);
        EXPECT_EQ(RoundToPosit(value, exponent, format, scratch).code,
                  (std::uint64_t{1} << n) - code);
        return code;
      };
      const std::uint64_t greatest = format.max_finite();
      for (std::uint64_t code = 1; code <= greatest; ++code) {
        ASSERT_EQ(round(ReadPosit(n, es, code), 0), code) << n << ' ' << es;
        if (code == greatest) break;
        const PositText boundary = ReadPosit(n + 1, es, 2 * code + 1);
        ASSERT_EQ(round(boundary, -1), code) << n << ' ' << es;
        ASSERT_EQ(round(boundary, 0), code + code % 2) << n << ' ' << es;
        ASSERT_EQ(round(boundary, 1), code + 1) << n << ' ' << es;
      }
      // Far beyond either end: neither zero nor NaR.
      EXPECT_EQ(round({20'000, ""}, 1), greatest);
      EXPECT_EQ(round({-20'000, ""}, 1), 1U);
    }
  }
  std::printf("%llu numbers\n", static_cast<unsigned long long>(cases));
  EXPECT_GT(cases, 100'000U);
}

// Wide posits: products and doubles, against strings of bits.
TEST(PositOperation, ProductsOfWidePositsRoundAsStrings) {
  std::mt19937_64 random(1);
  std::uint64_t cases = 0;
  for (const auto [n, es] : {Size{16, 1}, Size{16, 2}, Size{32, 2}, Size{32, 0}, Size{24, 5}}) {
    const Format format = Posit(n, es);
    PositOperation operation(format, format, format);
    for (int i = 0; i < 100'000; ++i) {
      const std::uint64_t a = random() & format.max_finite(), b = random() & format.max_finite();
      if (a == 0 || b == 0) continue;
      const PositText ta = ReadPosit(n, es, a), tb = ReadPosit(n, es, b);
      const std::uint64_t product =
          std::stoull("1" + ta.fraction, nullptr, 2) * std::stoull("1" + tb.fraction, nullptr, 2);
      const int bits = std::bit_width(product) - 1;
      const int scale =
          ta.scale + tb.scale + bits - static_cast<int>(ta.fraction.size() + tb.fraction.size());
      const std::string fraction = PositBits(product, bits);
      ASSERT_EQ(operation.Multiply(a, b), WritePosit(n, es, scale, fraction, false))
          << format.name << ' ' << a << ' ' << b;
      ++cases;
    }
  }
  EXPECT_GT(cases, 490'000U);
}

TEST(Quantize, DoublesIntoPositsRoundAsStrings) {
  std::mt19937_64 random(2);
  std::uint64_t cases = 0;
  for (const auto [n, es] : {Size{8, 2}, Size{16, 2}, Size{32, 2}}) {
    const Format format = Posit(n, es);
    for (int i = 0; i < 100'000; ++i, ++cases) {
      const std::uint64_t mantissa = random() >> 12;
      const int scale = static_cast<int>(random() % 300) - 150;
      const double x = std::ldexp(1 + std::ldexp(static_cast<double>(mantissa), -52), scale);
      const std::uint64_t expected = WritePosit(n, es, scale, PositBits(mantissa, 52), false);
      const Quantized up = Quantize(x, format, Rounding::kTiesToEven, Overflow::kSaturate);
      ASSERT_EQ(up.code, expected) << format.name << ' ' << x;
      ASSERT_EQ(up.flags, 0);
      ASSERT_EQ(Quantize(-x, format, Rounding::kTiesToEven, Overflow::kSaturate).code,
                (~expected + 1) & format.code_mask());
    }
  }
  EXPECT_EQ(cases, 300'000U);
}

TEST(Quantize, PositsGoIntoFloatsAndBack) {
  const Format fp32 = Catalogue().Find("fp32");
  const auto nearest = [](const Format& from, std::uint64_t code, const Format& to) {
    return Quantize(from, code, to, Rounding::kTiesToEven, Overflow::kInfinity).code;
  };
  int cases = 0;
  for (const auto [n, es] : {Size{8, 0}, Size{8, 2}, Size{16, 1}, Size{16, 2}}) {
    const Format format = Posit(n, es);
    for (std::uint64_t code = 0; code <= format.code_mask(); ++code, ++cases) {
      ASSERT_EQ(nearest(fp32, nearest(format, code, fp32), format), code) << format.name;
    }
  }
  EXPECT_EQ(cases, 2 * 256 + 2 * 65536);
  const Format format = Posit(8, 2);
  EXPECT_EQ(nearest(format, 0x80, fp32), 0x7FC0'0000U);
  for (const std::uint64_t code : {0x7F80'0000U, 0xFF80'0000U, 0x7FC0'0000U, 0x7F80'0001U}) {
    EXPECT_EQ(nearest(fp32, code, format), 0x80U);
  }
  EXPECT_EQ(nearest(fp32, 0x8000'0000, format), 0U);
  EXPECT_EQ(nearest(fp32, 0x8000'0001, format), 0xFFU);
  ExpectInvalid([&] { Quantize(1.0, format, Rounding::kTowardZero, Overflow::kSaturate); },
                {"posits round to nearest", "posit8_2"});
}

TEST(PositOperation, RefusesOtherFormats) {
  const Format posit = Posit(8, 2);
  ExpectInvalid([&] { PositOperation(posit, Catalogue().Find("fp16"), posit); },
                {"takes posits, not 'fp16'"});
  PositOperation operation(posit, posit, posit);
  const std::uint64_t one[] = {0x40};
  ExpectInvalid([&] { operation.Dot(one, {}); }, {"counts differ"});
  PositOperation mixed(posit, Posit(8, 1), posit);
  ExpectInvalid([&] { mixed.QuireWord(one, one); }, {"a quire is of one posit"});
}

}  // namespace
}  // namespace macroscope
