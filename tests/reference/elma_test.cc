// ELMA against worked values, and, for every pair, against its definition in 64-bit integers with
// the tables of the worked values.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <bit>

#include "models/formats/log_number.h"
#include "models/reference/elma_operation.h"
#include "tests/formats/expect_message.h"
#include "tests/formats/posit_by_definition.h"
#include "tests/vectors/yaml_values.h"

namespace macroscope {
namespace {

using CodeList = std::vector<std::uint64_t>;

Format Elma() { return Catalogue().FindAlternative("elma8_1"); }

// One code or a list of them.
CodeList CodesOf(const YAML::Node& node) {
  return node.IsScalar() ? CodeList{Code(node.as<std::string>())} : Codes(node);
}

struct Tables {
  std::vector<int> linear, logarithm;
};

Tables WorkedTables() {
  const YAML::Node record = YAML::LoadFile(VectorPath("elma.yaml"))[0];
  return {record["pow2_4to5"].as<std::vector<int>>(), record["log2_5to7"].as<std::vector<int>>()};
}

TEST(ElmaVectors, Hold) {
  ElmaOperation operation(Elma(), ElmaProductOverflow::kLost);
  EXPECT_EQ(operation.accumulator_bits(), 38);
  int entries = 0, sums = 0;
  const Tables tables = WorkedTables();
  for (std::size_t i = 0; i < tables.linear.size(); ++i, ++entries) {
    EXPECT_EQ(operation.LinearEntry(i), static_cast<std::uint64_t>(tables.linear[i]));
  }
  for (std::size_t i = 0; i < tables.logarithm.size(); ++i, ++entries) {
    EXPECT_EQ(operation.LogarithmEntry(i), static_cast<std::uint64_t>(tables.logarithm[i]));
  }
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("elma.yaml"))) {
    if (!record["acc38"]) continue;
    const CodeList a = CodesOf(record["a"]), b = CodesOf(record["b"]);
    EXPECT_EQ(operation.Dot(a, b), Code(record["readback"].as<std::string>())) << record["a"];
    EXPECT_EQ(operation.Word(), record["acc38"].as<std::string>()) << record["a"];
    ++sums;
  }
  EXPECT_EQ(entries, 16 + 32);
  EXPECT_EQ(sums, 15);
}

// log2 of a code's magnitude in sixteenths.
int Sixteenths(std::uint64_t code) {
  const PositText text = ReadPosit(8, 1, code & 0x7F);
  std::string fraction = text.fraction;
  fraction.resize(4, '0');
  return text.scale * 16 + std::stoi(fraction, nullptr, 2);
}

std::uint64_t ReadbackByDefinition(std::int64_t sum, const Tables& tables) {
  if (sum == 0) return 0;
  const std::uint64_t sign = sum < 0 ? 0x80 : 0;
  const std::uint64_t magnitude = sum < 0 ? -sum : sum;
  const int top = std::bit_width(magnitude) - 1;
  // In 2^-5 of the leading one, to nearest even.
  const std::uint64_t wide = magnitude << (62 - top);
  std::uint64_t significand = wide >> 57;
  const std::uint64_t rest = wide & ((std::uint64_t{1} << 57) - 1), half = std::uint64_t{1} << 56;
  significand += rest > half || (rest == half && significand % 2 == 1) ? 1 : 0;
  const bool carries = significand == 64;
  const int exponent = top - 24 + (carries ? 1 : 0);
  const int logarithm = tables.logarithm[carries ? 0 : significand - 32];
  if (exponent > 12) return sign | 0x7F;
  if (exponent < -16) return 0;
  if (exponent < -12) return (logarithm & 4) != 0 && (logarithm & 3) != 0 ? sign | 1 : 0;
  return sign | WritePosit(8, 1, exponent, PositBits(logarithm, 7), false);
}

// All pairs, and each product added to itself.
TEST(Elma, EveryPairIsAsDefined) {
  const Tables tables = WorkedTables();
  ElmaOperation operation(Elma(), ElmaProductOverflow::kLost);
  int cases = 0, lost = 0;
  for (std::uint64_t a = 0; a < 256; ++a) {
    for (std::uint64_t b = 0; b < 256; ++b, ++cases) {
      operation.Clear();
      operation.Accumulate(a, b);
      if (a == 0x80 || b == 0x80) {
        ASSERT_EQ(operation.Readback(), 0x80U);
        continue;
      }
      std::int64_t sum = 0;
      const bool negative = (a ^ b) >= 0x80;
      if (a != 0 && b != 0) {
        const int logarithm = Sixteenths(a) + Sixteenths(b);
        const int exponent = logarithm >> 4;
        std::int64_t significand = 32 + tables.linear[logarithm & 15];
        if (negative) significand = -significand;
        sum = exponent > 12 ? (negative ? -1 : 0) : (significand << 31) >> (12 - exponent);
        lost += exponent > 12;
      }
      char word[16];
      std::snprintf(word, sizeof word, "%010llx",
                    static_cast<unsigned long long>(sum) & 0x3F'FFFF'FFFF);
      ASSERT_EQ(operation.Word(), word) << a << ' ' << b;
      ASSERT_EQ(operation.Readback(), ReadbackByDefinition(sum, tables)) << a << ' ' << b;
      // Twice, which wraps in 38 bits.
      operation.Accumulate(a, b);
      const std::int64_t twice =
          static_cast<std::int64_t>(static_cast<std::uint64_t>(sum) << 27) >> 26;
      ASSERT_EQ(operation.Readback(), ReadbackByDefinition(twice, tables)) << a << ' ' << b;
    }
  }
  EXPECT_EQ(cases, 65536);
  EXPECT_GT(lost, 500);
}

TEST(Elma, SaturatesWhereAsked) {
  ElmaOperation operation(Elma(), ElmaProductOverflow::kSaturate);
  const CodeList greatest = {0x7F}, least = {0xFF};
  EXPECT_EQ(operation.Dot(greatest, greatest), 0x7FU);
  EXPECT_EQ(operation.Word(), "1000000000");
  EXPECT_EQ(operation.Dot(least, greatest), 0xFFU);
  EXPECT_EQ(operation.Word(), "3000000000");
  // The accumulator wraps: 2^12 twice is -2^13 of a range of 2^14.
  EXPECT_EQ(operation.Dot(CodeList(2, 0x7F), CodeList(2, 0x40)), 0xFFU);
}

// Other sizes: a code times one is itself, where the tables have enough bits.
TEST(Elma, OtherSizesReadBackWhatTheyHold) {
  int cases = 0;
  for (const auto& [width, es] :
       {std::pair(6, 0), std::pair(8, 0), std::pair(8, 1), std::pair(9, 2), std::pair(12, 1)}) {
    Format format =
        Catalogue().FindAlternative("elma" + std::to_string(width) + "_" + std::to_string(es));
    const int bits = format.posit.max_fraction_bits();
    format.log_posit = {bits + 4, bits + 4, bits + 6};
    ElmaOperation operation(format, ElmaProductOverflow::kLost);
    const std::uint64_t one = std::uint64_t{1} << (width - 2);
    for (std::uint64_t code = 0; code <= format.code_mask(); ++code, ++cases) {
      operation.Clear();
      operation.Accumulate(code, one);
      ASSERT_EQ(operation.Readback(), code) << format.name;
    }
  }
  EXPECT_EQ(cases, 64 + 256 + 256 + 512 + 4096);
  ExpectInvalid(
      [] { ElmaOperation(Catalogue().FindAlternative("posit8_1"), ElmaProductOverflow::kLost); },
      {"ELMA takes log posits, not 'posit8_1'"});
}

}  // namespace
}  // namespace macroscope
