// Integers and fixed point: conversions and dot products. (The records of requantisation are of no
// unit of this version and stay unread.)
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include "models/formats/decode.h"
#include "models/reference/reference.h"
#include "tests/reference/make_design.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

using CodeList = std::vector<std::uint64_t>;

std::int64_t Signed(std::uint64_t code, int width_bits) {
  return static_cast<std::int64_t>(code << (64 - width_bits)) >> (64 - width_bits);
}

std::int64_t Dot(const char* operands, const CodeList& a, const CodeList& b) {
  Reference reference(MakeDesign("int_mac", operands, "fixed48"));
  return Signed(reference.Dot(a, b).low(), 48);
}

CodeList ByteCodes(const YAML::Node& list) {
  CodeList codes;
  for (const YAML::Node& item : list) {
    const auto text = item.as<std::string>();
    codes.push_back(text.starts_with("0x") ? Code(text) : std::stoll(text) & 0xFF);
  }
  return codes;
}

void CheckConversion(const YAML::Node& record) {
  const auto x = record["x"].as<std::string>();
  const auto slash = x.find('/');
  const double value = std::stod(x.substr(0, slash)) / std::stod(x.substr(slash + 1));
  const Format q3_4 = Catalogue().Find("q3.4");
  for (const auto& [key, rounding] :
       {std::pair("rne", Rounding::kTiesToEven), std::pair("rna", Rounding::kTiesToAway),
        std::pair("rtz", Rounding::kTowardZero),
        std::pair("rdn(floor)", Rounding::kTowardNegative)}) {
    const Quantized result = Quantize(value, q3_4, rounding, Overflow::kSaturate);
    EXPECT_EQ(Signed(result.code, 8), record[key].as<int>()) << x << ' ' << key;
  }
}

void CheckRanges(const YAML::Node& record) {
  const auto bits = record["bits"].as<std::string>();
  for (const auto& [key, name] :
       {std::pair("uint", "uint"), std::pair("twos", "int"), std::pair("sign_magnitude", "smag")}) {
    const Format format = Catalogue().Find(name + bits);
    const auto value = [&](std::uint64_t code) { return DecimalValue(Decode(format, code)); };
    EXPECT_EQ(value(format.min_finite()), record[key][0].as<std::string>());
    EXPECT_EQ(value(format.max_finite()), record[key][1].as<std::string>());
  }
}

void CheckZeroPoints(const YAML::Node& record) {
  const CodeList a = ByteCodes(record["a_uint8"]), b = ByteCodes(record["b_int8"]);
  const CodeList ones(a.size(), 1);
  const std::int64_t raw = Dot("uint8,int8", a, b);
  const std::int64_t sum_a = Dot("uint8", a, ones);
  const std::int64_t sum_b = Dot("int8", b, ones);
  EXPECT_EQ(raw, record["raw"].as<int>());
  EXPECT_EQ(sum_a, record["sum_a"].as<int>());
  EXPECT_EQ(sum_b, record["sum_b"].as<int>());
  const auto za = record["za"].as<std::int64_t>(), zb = record["zb"].as<std::int64_t>();
  EXPECT_EQ(raw - zb * sum_a - za * sum_b + record["K"].as<std::int64_t>() * za * zb,
            record["result"].as<int>());
}

TEST(IntegerVectors, Hold) {
  std::map<std::string, int> cases;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("int.yaml"))) {
    const auto op = record["op"].as<std::string>();
    ++cases[op];
    if (op == "to_Q3.4") CheckConversion(record);
    if (op == "ranges") CheckRanges(record);
    if (op == "zero_point_dot") CheckZeroPoints(record);
    if (op == "int8_dot") {
      EXPECT_EQ(Dot("int8", ByteCodes(record["a"]), ByteCodes(record["b"])),
                record["acc"].as<int>());
    }
    if (op == "sign_magnitude4_dot") {
      EXPECT_EQ(Dot("smag4", ByteCodes(record["a"]), ByteCodes(record["b"])),
                record["acc"].as<int>());
    }
  }
  for (const auto& [op, count] : cases) std::printf("%d %s\n", count, op.c_str());
  EXPECT_EQ(cases["to_Q3.4"], 10);
  EXPECT_EQ(cases["ranges"], 2);
  EXPECT_EQ(cases["zero_point_dot"], 1);
  EXPECT_EQ(cases["int8_dot"], 1);
  EXPECT_EQ(cases["sign_magnitude4_dot"], 1);
}

}  // namespace
}  // namespace macroscope
