// Logarithms: tables of Gaussian logarithms, the 8-bit format, LNS-Madam's sums by remainders.
// (What Mitchell's approximation makes of these is of no unit of this version and stays unread.)
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <bit>

#include "models/reference/log_operation.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

using CodeList = std::vector<std::uint64_t>;

std::uint64_t CodeOf(const YAML::Node& node) { return Code(node.as<std::string>()); }

// round(2^F log2(1 +- 2^(-i / 2^F))).
std::int64_t GaussianLogarithm(int fraction_bits, bool subtract, int i) {
  LogSum sum(1 << fraction_bits);
  sum.Add(/*negative=*/false, 0);
  sum.Add(subtract, -i);
  return sum.NearestLogarithm(1 << fraction_bits).steps;
}

int CheckTables(const YAML::Node& record) {
  const int fraction_bits = record["F"].as<int>();
  int entries = 0;
  for (const bool subtract : {false, true}) {
    const YAML::Node list = record[subtract ? "sub" : "add"];
    for (std::size_t i = subtract ? 1 : 0; i < list.size(); ++i, ++entries) {
      EXPECT_EQ(GaussianLogarithm(fraction_bits, subtract, static_cast<int>(i)), list[i].as<int>())
          << fraction_bits << ' ' << i;
    }
    // The table ends where its entries begin to be zero.
    const int length = record[subtract ? "sub_len" : "add_len"].as<int>();
    EXPECT_NE(GaussianLogarithm(fraction_bits, subtract, length - 1), 0);
    EXPECT_EQ(GaussianLogarithm(fraction_bits, subtract, length), 0);
  }
  return entries;
}

// "+77" is sign and logarithm.
CodeList MadamCodes(const YAML::Node& list) {
  CodeList codes;
  for (const YAML::Node& node : list) {
    const int signed_steps = std::stoi(node.as<std::string>());
    codes.push_back(signed_steps < 0 ? 0x80 - signed_steps : signed_steps);
  }
  return codes;
}

void CheckMadam(const YAML::Node& record) {
  const Format format = Catalogue().FindAlternative("lns8_madam");
  LogOperation operation(format, format, format, LogUnderflow::kLeast);
  const LogSum& sum = operation.ExactDot(MadamCodes(record["a"]), MadamCodes(record["b"]));
  int bins = 0;
  for (const YAML::Node& bin : record["remainder_bins"]) {
    const BigInteger* ours = sum.Bin(bins);
    BigInteger scaled;
    if (ours != nullptr) mpz_mul_2exp(scaled, *ours, sum.exponent());
    EXPECT_EQ(mpz_get_si(scaled), bin.as<long>()) << bins;
    ++bins;
  }
  EXPECT_EQ(bins, 8);
  // Both operands are scaled by 2^-9.
  const Quantized rounded = sum.RoundTo(Catalogue().Find("fp64"), {});
  EXPECT_NEAR(std::bit_cast<double>(rounded.code) * 0x1p-18,
              std::stod(record["sum_full_lut8"].as<std::string>()), 5e-9);
}

TEST(LogVectors, Hold) {
  const Format format = Catalogue().FindAlternative("lns8_3");
  const Format fp64 = Catalogue().Find("fp64");
  // Encoders and multipliers keep to the least number, adders give zero.
  LogOperation keeps(format, format, format, LogUnderflow::kLeast);
  LogOperation adds(format, format, format, LogUnderflow::kZero);
  int entries = 0, encodings = 0, sums = 0, others = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("lns.yaml"))) {
    const auto op = record["op"].as<std::string>();
    if (op == "gauss_log_tables") {
      entries += CheckTables(record);
    } else if (op == "l8_encode") {
      const auto x = std::bit_cast<std::uint64_t>(std::stod(record["x"].as<std::string>()));
      EXPECT_EQ(keeps.FromLinear(fp64, x), CodeOf(record["code"])) << record["x"];
      ++encodings;
    } else if (op == "l8_add") {
      const std::uint64_t a = CodeOf(record["a"]), b = CodeOf(record["b"]);
      EXPECT_EQ(adds.Add(a, b), CodeOf(record["sum"])) << a << ' ' << b;
      EXPECT_EQ(keeps.Multiply(a, b), CodeOf(record["mul"])) << a << ' ' << b;
      ++sums;
    } else if (op == "l8_dot_log_domain") {
      std::uint64_t sum = 0;
      for (std::size_t i = 0; i < record["a"].size(); ++i) {
        sum = adds.Add(sum, keeps.Multiply(CodeOf(record["a"][i]), CodeOf(record["b"][i])));
      }
      EXPECT_EQ(sum, CodeOf(record["acc"]));
      ++others;
    } else if (op == "lns_madam_dot") {
      CheckMadam(record);
      ++others;
    }
  }
  std::printf("%d entries, %d encodings, %d sums\n", entries, encodings, sums);
  EXPECT_GT(entries, 250);
  EXPECT_EQ(encodings, 9);
  EXPECT_EQ(sums, 7);
  EXPECT_EQ(others, 2);
}

}  // namespace
}  // namespace macroscope
