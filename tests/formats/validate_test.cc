#include <gtest/gtest.h>

#include "models/formats/decode.h"
#include "tests/formats/expect_message.h"

namespace macroscope {
namespace {

constexpr Specials kAllSpecials[] = {Specials::kIeee, Specials::kTopCodeNan, Specials::kNone,
                                     Specials::kNegativeZeroNan, Specials::kExtended};

Format Floating(int exponent_bits, int fraction_bits, Specials specials) {
  Format format;
  format.name = "mine";
  format.exponent_bits = exponent_bits;
  format.fraction_bits = fraction_bits;
  format.bias = (1 << (exponent_bits - 1)) - 1;
  format.specials = specials;
  return format;
}

Format Integer(int width_bits) {
  Format format;
  format.name = "mine";
  format.family = Family::kInteger;
  format.integer_width_bits = width_bits;
  return format;
}

// Every size that is promised exists, and its limits are numbers of the right kind.
TEST(Validate, AcceptsEverySize) {
  int accepted = 0, refused = 0;
  for (int e = 1; e <= 11; ++e) {
    for (int m = 0; m <= 52; ++m) {
      for (const Specials specials : kAllSpecials) {
        const Format format = Floating(e, m, specials);
        const bool tiny = e == 1 && m == 0 && specials != Specials::kNone &&
                          specials != Specials::kNegativeZeroNan;
        if (tiny || (m == 0 && specials == Specials::kIeee)) {
          EXPECT_THROW(Validate(format), std::invalid_argument) << e << ' ' << m;
          ++refused;
          continue;
        }
        ASSERT_NO_THROW(Validate(format)) << e << ' ' << m << ' ' << static_cast<int>(specials);
        ++accepted;
        const Decoded most = Decode(format, format.max_finite());
        EXPECT_TRUE(most.is_finite() && most.significand > 0);
        EXPECT_LE(most.exponent - format.min_quantum_exponent(), format.max_shift());
        if (format.has_nan()) {
          EXPECT_EQ(Decode(format, format.canonical_nan()).number_class, NumberClass::kNan);
        }
        if (format.has_infinity()) {
          EXPECT_EQ(Decode(format, format.infinity(true)).number_class, NumberClass::kInfinity);
          EXPECT_TRUE(Decode(format, format.infinity(true)).negative);
        }
      }
    }
  }
  std::printf("%d formats, %d impossible\n", accepted, refused);
  EXPECT_EQ(accepted + refused, 11 * 53 * 5);
  EXPECT_EQ(refused, 11 + 2);
}

TEST(Validate, NamesTheFieldOutOfRange) {
  Format format = Floating(4, 3, Specials::kNone);
  format.exponent_bits = 0;
  ExpectInvalid([&] { Validate(format); }, {"'mine'", "exponent_bits is 0", "1 to 11"});
  format.exponent_bits = 12;
  ExpectInvalid([&] { Validate(format); }, {"exponent_bits is 12", "1 to 11"});
  format = Floating(4, 53, Specials::kNone);
  ExpectInvalid([&] { Validate(format); }, {"fraction_bits is 53", "0 to 52"});
  format = Floating(4, 3, Specials::kNone);
  format.bias = 5000;
  ExpectInvalid([&] { Validate(format); }, {"bias is 5000", "-4096 to 4096"});
  ExpectInvalid([] { Validate(Integer(33)); }, {"width is 33", "2 to 32"});
  ExpectInvalid([] { Validate(Integer(1)); }, {"width is 1", "2 to 32"});
}

TEST(Validate, RefusesSpecialsWithoutACode) {
  Format format = Floating(4, 0, Specials::kIeee);
  ExpectInvalid([&] { Validate(format); }, {"fraction bit", "infinity"});
  format = Floating(4, 3, Specials::kNegativeZeroNan);
  format.has_sign = false;
  ExpectInvalid([&] { Validate(format); }, {"negative zero", "sign"});
  format = Floating(1, 0, Specials::kTopCodeNan);
  ExpectInvalid([&] { Validate(format); }, {"no finite value but zero"});
  format = Floating(1, 0, Specials::kExtended);
  format.has_sign = false;
  ExpectInvalid([&] { Validate(format); }, {"1 bit", "at least 2"});
}

TEST(Validate, RefusesContradictions) {
  Format format = Floating(4, 3, Specials::kNone);
  format.has_zero = false;
  ExpectInvalid([&] { Validate(format); }, {"subnormals", "zero"});
  format = Floating(4, 3, Specials::kNone);
  format.point_bits = 1;
  ExpectInvalid([&] { Validate(format); }, {"floating", "point_bits"});
  format = Integer(8);
  format.bias = 1;
  ExpectInvalid([&] { Validate(format); }, {"integer", "bias"});
}

TEST(Validate, RefusesNamesThatListsCannotHold) {
  Format format = Floating(4, 3, Specials::kNone);
  for (const char* name : {"", "a,b", "a+b", "8bit", "a b", "a/b"}) {
    format.name = name;
    ExpectInvalid([&] { Validate(format); }, {"a name is a letter"});
  }
}

}  // namespace
}  // namespace macroscope
