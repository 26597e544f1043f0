// The worked dot products of posits, through the laws: summed in the quire and rounded at the end,
// and rounded after every step by posit_mul and posit_add.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include "models/common/unit.h"
#include "tests/common/posit_designs.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

std::vector<std::uint64_t> Codes(const YAML::Node& list) {
  std::vector<std::uint64_t> codes;
  for (const YAML::Node& item : list) codes.push_back(Code(item.as<std::string>()));
  return codes;
}

Bits Result(const Unit& unit, const Bits& a, const Bits& b, const Bits& c = {}) {
  Operation in;
  in.a = a;
  in.b = b;
  in.c = c;
  return unit.Trace(in).back();
}

TEST(PositVectorsLaw, DotProductsHold) {
  int dots = 0, sequential = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("posit.yaml"))) {
    if (record["op"].as<std::string>() != "quire_dot") continue;
    const std::string posit = PositName(record["n"].as<int>(), record["es"].as<int>());
    SCOPED_TRACE(posit + " " + record["note"].as<std::string>());
    const auto mac = MakeUnit(PositDesign("posit_quire_mac", posit));
    const auto round = MakeUnit(PositDesign("posit_quire_round", posit));
    const auto mul = MakeUnit(PositDesign("posit_mul", posit));
    const auto add = MakeUnit(PositDesign("posit_add", posit));
    const auto a = Codes(record["a"]), b = Codes(record["b"]);
    Bits quire, sum;
    for (std::size_t i = 0; i < a.size(); ++i) {
      quire = Result(*mac, a[i], b[i], quire);
      sum = Result(*add, sum, Result(*mul, a[i], b[i]));
    }
    EXPECT_EQ(Result(*round, quire, {}).low(), Code(record["code"].as<std::string>()));
    ++dots;
    if (!record["quire_bits"]) {
      EXPECT_TRUE(quire.Bit(mac->z_bits() - 1));
      continue;
    }
    EXPECT_EQ(Hex(quire.Slice(0, mac->z_bits() - 1), mac->z_bits() - 1),
              record["quire"].as<std::string>());
    EXPECT_EQ(sum.low(), Code(record["sequential_rounded"].as<std::string>()));
    ++sequential;
  }
  std::printf("%d dot products, %d sequential ones\n", dots, sequential);
  EXPECT_EQ(dots, 20);
  EXPECT_EQ(sequential, 15);
}

}  // namespace
}  // namespace macroscope
