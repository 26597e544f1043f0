#include <gtest/gtest.h>

#include <bit>

#include "models/design/design.h"
#include "models/formats/decode.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

// The formats that a row of the table speaks of; none for kinds that are no scalar formats.
std::pair<std::string, std::string> Operands(const std::string& pair) {
  if (pair == "int8*int8 [-127,127]") return {"smag8", "smag8"};
  if (pair == "int4*int4 [-7,7]") return {"smag4", "smag4"};
  if (pair.starts_with("mxint8")) return {"q1.6", "q1.6"};
  if (pair.starts_with("msfp")) {  // Sign and m bits of magnitude.
    const std::string smag = "smag" + std::to_string(pair[pair.find("m=") + 2] - '0' + 1);
    return {smag, smag};
  }
  const std::string names = pair.substr(0, pair.find(' '));
  const auto star = names.find('*');
  if (star == std::string::npos || pair.starts_with("mx")) return {};
  return {names.substr(0, star), names.substr(star + 1)};
}

TEST(ExactProduct, MatchesTheTable) {
  int cases = 0, others = 0;
  for (const Row& row : ReadCsv("acc_width.csv")) {
    const auto [a, b] = Operands(row.at("pair"));
    if (a.empty()) {
      ++others;
      continue;
    }
    const ProductShape shape = ExactProduct(VectorFormat(a), VectorFormat(b));
    EXPECT_EQ(shape.width_bits, std::stoi(row.at("signed_product_bits"))) << row.at("pair");
    EXPECT_EQ(shape.least_exponent, std::stoi(row.at("product_lsb_log2"))) << row.at("pair");
    ++cases;
  }
  std::printf("%d pairs, %d of other kinds of format\n", cases, others);
  EXPECT_EQ(cases, 40);
  EXPECT_EQ(others, 8);
}

// All products of small formats fit, and the widest would not in one bit fewer.
TEST(ExactProduct, FitsEveryProductAndNoLess) {
  const Catalogue catalogue;
  int pairs = 0;
  for (const Format& a : catalogue.formats()) {
    for (const Format& b : catalogue.formats()) {
      if (a.width_bits() > 8 || b.width_bits() > 8) continue;
      const ProductShape shape = ExactProduct(a, b);
      if (shape.width_bits > 126) continue;
      unsigned __int128 most = 0;
      for (std::uint64_t i = 0; i <= a.code_mask(); ++i) {
        const Decoded x = Decode(a, i);
        if (!x.is_finite()) continue;
        for (std::uint64_t j = 0; j <= b.code_mask(); ++j) {
          const Decoded y = Decode(b, j);
          if (!y.is_finite()) continue;
          const int shift = x.exponent + y.exponent - shape.least_exponent;
          ASSERT_GE(shift, 0);
          const auto product = static_cast<unsigned __int128>(x.significand * y.significand);
          most = std::max(most, product << shift);
        }
      }
      EXPECT_TRUE(most >> (shape.width_bits - 2) == 1) << a.name << ' ' << b.name;
      ++pairs;
    }
  }
  std::printf("%d pairs, all codes\n", pairs);
  EXPECT_GT(pairs, 700);
}

TEST(FlagBits, FollowWhatTheOperandsCanBe) {
  const Catalogue catalogue;
  const auto flags = [&](const char* a, const char* b) {
    return FlagBits(catalogue.Find(a), catalogue.Find(b));
  };
  EXPECT_EQ(flags("int8", "fp4_e2m1"), 0);
  EXPECT_EQ(flags("int8", "fp8_e4m3"), 1);
  EXPECT_EQ(flags("fp8_e4m3fnuz", "int8"), 1);
  EXPECT_EQ(flags("fp8_e5m2", "int8"), 3);
  EXPECT_EQ(flags("fp8_e4m3", "p3109_k8p3se"), 3);
}

}  // namespace
}  // namespace macroscope
