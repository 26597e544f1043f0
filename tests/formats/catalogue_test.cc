#include "models/formats/catalogue.h"

#include <gtest/gtest.h>

#include <set>

#include "tests/formats/expect_message.h"

namespace macroscope {
namespace {

TEST(Catalogue, HoldsTheNamesOfTheDesign) {
  const Catalogue catalogue;
  for (const char* name : {"int8", "uint8", "smag8", "q4.4", "fp32", "tf32", "fp16", "bf16",
                           "fp8_e5m2", "fp8_e4m3", "fp8_e3m4", "fp8_e2m5", "fp8_e5m2fnuz",
                           "fp8_e4m3fnuz", "fp6_e3m2", "fp6_e2m3", "fp4_e2m1", "e8m0"}) {
    EXPECT_EQ(catalogue.Find(name).name, name);
    EXPECT_TRUE(catalogue.Contains(name));
  }
}

TEST(Catalogue, ListsValidFormatsOnce) {
  std::set<std::string> names;
  const Catalogue catalogue;
  for (const Format& format : catalogue.formats()) {
    EXPECT_NO_THROW(Validate(format)) << format.name;
    EXPECT_TRUE(names.insert(format.name).second) << format.name;
  }
  EXPECT_GT(names.size(), 30U);
}

TEST(Rules, NameIntegersOfTwoToThirtyTwoBits) {
  const Catalogue catalogue;
  int cases = 0;
  for (int bits = 2; bits <= 32; ++bits) {
    for (const auto& [prefix, encoding] :
         {std::pair("int", Encoding::kTwosComplement), std::pair("uint", Encoding::kUnsigned),
          std::pair("smag", Encoding::kSignMagnitude)}) {
      const Format format = catalogue.Find(prefix + std::to_string(bits));
      EXPECT_EQ(format.width_bits(), bits);
      EXPECT_EQ(format.encoding, encoding);
      EXPECT_EQ(format.point_bits, 0);
      EXPECT_NO_THROW(Validate(format));
      ++cases;
    }
  }
  EXPECT_EQ(cases, 93);
}

TEST(Rules, NameFixedPointWithoutCountingTheSign) {
  const Catalogue catalogue;
  EXPECT_EQ(catalogue.Find("q3.4").width_bits(), 8);
  EXPECT_EQ(catalogue.Find("q3.4").point_bits, 4);
  EXPECT_EQ(catalogue.Find("q0.15").width_bits(), 16);
  EXPECT_EQ(catalogue.Find("uq4.4").width_bits(), 8);
  EXPECT_EQ(catalogue.Find("uq0.32").point_bits, 32);
}

TEST(Rules, RefuseWhatDoesNotFit) {
  const Catalogue catalogue;
  for (const char* name : {"int1", "int33", "int", "int08", "int8x", "int-8", "q16.16", "q0.0",
                           "q3", "q3.", "q.4", "q3.4.5", "uq0.1", "smag99", "INT8", ""}) {
    EXPECT_FALSE(catalogue.Contains(name)) << name;
  }
}

TEST(Catalogue, AnswersAnUnknownNameWithThoseThatExist) {
  ExpectInvalid([] { Catalogue().Find("e4m3"); },
                {"unknown format 'e4m3'", "fp8_e4m3", "fp8_e4m3fnuz", "intN", "qM.N"});
}

TEST(Catalogue, TakesUsersFormats) {
  Catalogue catalogue;
  Format format = catalogue.Find("fp8_e4m3");
  format.name = "my_e4m3";
  format.bias = 11;
  catalogue.Add(format);
  EXPECT_EQ(catalogue.Find("my_e4m3"), format);
  EXPECT_EQ(catalogue.formats().back(), format);
  ExpectInvalid([&] { catalogue.Add(format); }, {"my_e4m3", "exists already"});
}

TEST(Catalogue, RefusesNamesThatMeanOtherThings) {
  Catalogue catalogue;
  Format format = catalogue.Find("fp8_e4m3");
  for (const char* name : {"fixed12", "fixed", "int48"}) {
    format.name = name;
    ExpectInvalid([&] { catalogue.Add(format); }, {name, "accumulator"});
  }
  format.name = "int8";
  ExpectInvalid([&] { catalogue.Add(format); }, {"int8", "exists already"});
}

}  // namespace
}  // namespace macroscope
