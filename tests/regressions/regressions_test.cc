// Replays every file of this folder on every engine that it names.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <sstream>

#include "models/common/unit.h"
#include "models/formats/catalogue.h"
#include "sim/cosim/engine.h"
#include "tests/netlist/osu018.h"

namespace macroscope {
namespace {

std::vector<std::string> Files() {
  std::vector<std::string> names;
  const auto folder = std::filesystem::path(MACROSCOPE_SOURCE_DIR) / "tests/regressions";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".yaml") names.push_back(entry.path().stem().string());
  }
  return names;
}

DesignText ReadDesign(const YAML::Node& node) {
  DesignText text;
  const std::pair<const char*, std::string*> keys[] = {{"unit", &text.unit},
                                                       {"operands", &text.operands},
                                                       {"accumulator", &text.accumulator},
                                                       {"rounding", &text.rounding},
                                                       {"overflow", &text.overflow},
                                                       {"form", &text.form},
                                                       {"multiplier", &text.multiplier},
                                                       {"adder", &text.adder},
                                                       {"cuts", &text.cuts}};
  std::size_t known = 0;
  for (const auto& [key, value] : keys) {
    if (!node[key]) continue;
    *value = node[key].as<std::string>();
    ++known;
  }
  EXPECT_EQ(known, node.size()) << "an unknown key";
  return text;
}

class Regression : public testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Files, Regression, testing::ValuesIn(Files()),
                         [](const auto& test) { return test.param; });

TEST_P(Regression, EveryEngineGivesTheRightResults) {
  const std::string file =
      std::string(MACROSCOPE_SOURCE_DIR) + "/tests/regressions/" + GetParam() + ".yaml";
  const YAML::Node yaml = YAML::LoadFile(file);
  const Design design = ParseDesign(ReadDesign(yaml["design"]), Catalogue());
  const auto unit = MakeUnit(design);
  const auto limbs = static_cast<std::size_t>(unit->c_limbs());

  std::vector<std::uint64_t> a, b, c;
  std::vector<Bits> expected;
  for (const YAML::Node& line : yaml["operations"]) {
    std::istringstream words(line.as<std::string>());
    std::string a_text, b_text, c_text, z_text;
    words >> a_text >> b_text >> c_text >> z_text;
    Bits a_bits, b_bits, c_bits, z_bits;
    ASSERT_TRUE(ParseHex(a_text, unit->a_bits(), a_bits)) << a_text;
    ASSERT_TRUE(ParseHex(b_text, unit->b_bits(), b_bits)) << b_text;
    ASSERT_TRUE(ParseHex(c_text, unit->c_bits(), c_bits)) << c_text;
    ASSERT_TRUE(ParseHex(z_text, unit->c_bits(), z_bits)) << z_text;
    a.push_back(a_bits.low());
    b.push_back(b_bits.low());
    c.insert(c.end(), c_bits.limb.begin(), c_bits.limb.begin() + static_cast<long>(limbs));
    expected.push_back(z_bits);
  }
  ASSERT_FALSE(a.empty());
  ASSERT_GT(yaml["engines"].size(), 0u);

  for (const YAML::Node& name : yaml["engines"]) {
    const auto engine = MakeEngine(name.as<std::string>(), design, Osu018Technology());
    std::vector<std::uint64_t> z(c.size());
    engine->Evaluate({a, b, c}, z, {});
    for (std::size_t i = 0; i < a.size(); ++i) {
      const Bits got = Bits::FromLimbs(std::span(z).subspan(i * limbs, limbs));
      EXPECT_EQ(got, expected[i]) << engine->name() << ": " << yaml["operations"][i];
    }
  }
}

}  // namespace
}  // namespace macroscope
