// Posits: encodings around the boundaries of codes, and dot products in the quire.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <cmath>
#include <cstdlib>

#include "models/reference/posit_operation.h"
#include "tests/vectors/yaml_values.h"

namespace macroscope {
namespace {

using CodeList = std::vector<std::uint64_t>;

Format FormatOf(const YAML::Node& record) {
  return Catalogue().FindAlternative("posit" + record["n"].as<std::string>() + "_" +
                                     record["es"].as<std::string>());
}

// "0x1.8p-6", or a fraction, of which 64 bits decide here.
std::uint64_t Encode(const std::string& x, const Format& format) {
  const auto slash = x.find('/');
  long double number = std::strtold(x.c_str(), nullptr);
  if (slash != std::string::npos) number /= std::strtold(x.c_str() + slash + 1, nullptr);
  if (std::isnan(number)) {
    return Quantize(std::nan(""), format, Rounding::kTiesToEven, Overflow::kSaturate).code;
  }
  if (number == 0) return 0;
  int exponent = 0;
  const long double fraction = std::frexp(std::fabs(number), &exponent);
  BigInteger value, scratch;
  mpz_set_ui(value, static_cast<std::uint64_t>(std::ldexp(fraction, 64)));
  if (number < 0) mpz_neg(value, value);
  return RoundToPosit(value, exponent - 64, format, scratch).code;
}

TEST(PositVectors, Hold) {
  int encodings = 0, dots = 0, quires = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("posit.yaml"))) {
    const Format format = FormatOf(record);
    const std::uint64_t code = Code(record["code"].as<std::string>());
    if (record["op"].as<std::string>() == "encode") {
      const auto x = record["x"].as<std::string>();
      EXPECT_EQ(Encode(x, format), code) << format.name << ' ' << x;
      ++encodings;
      continue;
    }
    ASSERT_EQ(record["op"].as<std::string>(), "quire_dot");
    SCOPED_TRACE(format.name + " " + record["note"].as<std::string>());
    const CodeList a = Codes(record["a"]), b = Codes(record["b"]);
    PositOperation operation(format, format, format);
    EXPECT_EQ(operation.Dot(a, b), code);
    ++dots;
    const std::string quire = operation.QuireWord(a, b);
    if (!record["quire_bits"]) {
      EXPECT_EQ(quire[0], '8');
      EXPECT_EQ(quire.find_first_not_of('0', 1), std::string::npos);
      continue;
    }
    EXPECT_EQ(format.posit.quire_bits(), record["quire_bits"].as<int>());
    EXPECT_EQ(format.posit.quire_quantum_exponent(), record["quire_lsb_log2"].as<int>());
    EXPECT_EQ(quire, record["quire"].as<std::string>());
    std::uint64_t sequential = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      sequential = operation.Add(sequential, operation.Multiply(a[i], b[i]));
    }
    EXPECT_EQ(sequential, Code(record["sequential_rounded"].as<std::string>()));
    ++quires;
  }
  std::printf("%d encodings, %d dot products, %d quires\n", encodings, dots, quires);
  EXPECT_EQ(encodings, 135);
  EXPECT_EQ(dots, 20);
  EXPECT_EQ(quires, 15);
}

// Carry bits are used up: the word wraps, and the sum itself does not.
TEST(PositVectors, AQuireWrapsWhereItsCarryBitsEnd) {
  const Format format = Catalogue().FindAlternative("posit8_0");
  PositOperation operation(format, format, format);
  const CodeList greatest(128, 0x7F);  // 128 * 2^12 of 2^7 * 2^12
  EXPECT_EQ(operation.QuireWord(greatest, greatest), "80000000");
  EXPECT_EQ(operation.Dot(greatest, greatest), 0x7FU);
  EXPECT_EQ(operation.QuireWord(CodeList(256, 0x7F), CodeList(256, 0x7F)), "00000000");
}

}  // namespace
}  // namespace macroscope
