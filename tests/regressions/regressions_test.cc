// Replays every file of this folder on every engine that it names.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <optional>
#include <sstream>

#include "models/common/unit.h"
#include "models/formats/catalogue.h"
#include "sim/config/format_row.h"
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
                                                       {"random_bits", &text.random_bits},
                                                       {"overflow", &text.overflow},
                                                       {"subnormals", &text.subnormals},
                                                       {"flags", &text.flags},
                                                       {"tininess", &text.tininess},
                                                       {"form", &text.form},
                                                       {"multiplier", &text.multiplier},
                                                       {"adder", &text.adder},
                                                       {"leading_zeros", &text.leading_zeros},
                                                       {"path", &text.path},
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

// One line of a file: the operands that the design has, z, and its flags if they are given.
struct Case {
  std::string text;
  Operation in;
  Bits z;
  std::optional<std::uint64_t> flags;
};

Case ReadCase(const Unit& unit, const std::string& line) {
  Case result;
  result.text = line;
  std::istringstream words(line);
  const auto read = [&](const char* name, int width_bits) {
    std::string word;
    Bits bits;
    words >> word;
    EXPECT_TRUE(ParseHex(word, width_bits, bits)) << name << " of " << line;
    return bits;
  };
  result.in.a = read("a", unit.a_bits());
  if (unit.b_bits() > 0) result.in.b = read("b", unit.b_bits());
  if (unit.c_bits() > 0) result.in.c = read("c", unit.c_bits());
  if (unit.r_bits() > 0) result.in.r = read("r", unit.r_bits()).low();
  result.z = read("z", unit.z_bits());
  words >> std::ws;
  if (!words.eof()) result.flags = read("flags", 8).low();
  words >> std::ws;
  EXPECT_TRUE(words.eof()) << "too much in " << line;
  return result;
}

class Regression : public testing::TestWithParam<std::string> {};
INSTANTIATE_TEST_SUITE_P(Files, Regression, testing::ValuesIn(Files()),
                         [](const auto& test) { return test.param; });

TEST_P(Regression, EveryEngineGivesTheRightResults) {
  const std::string file =
      std::string(MACROSCOPE_SOURCE_DIR) + "/tests/regressions/" + GetParam() + ".yaml";
  const YAML::Node yaml = YAML::LoadFile(file);
  Catalogue catalogue;
  for (const YAML::Node& row : yaml["formats"]) {
    AddFormatRow(StrictNode(row, {file, row.Mark().line + 1, ""}), catalogue);
  }
  const Design design = ParseDesign(ReadDesign(yaml["design"]), catalogue);
  const auto unit = MakeUnit(design);
  std::vector<Case> cases;
  for (const YAML::Node& line : yaml["operations"]) {
    cases.push_back(ReadCase(*unit, line.as<std::string>()));
  }
  ASSERT_FALSE(cases.empty());
  ASSERT_GT(yaml["engines"].size(), 0u);

  const auto z_limbs = static_cast<std::size_t>(unit->z_limbs());
  for (const YAML::Node& name : yaml["engines"]) {
    const auto engine = MakeEngine(name.as<std::string>(), design, Osu018Technology());
    for (const Case& one : cases) {
      std::vector<std::uint64_t> z(z_limbs);
      std::uint8_t flags = 0;
      engine->Evaluate(Operands::Of(one.in, unit->limbs()), z, {&flags, 1});
      EXPECT_EQ(Bits::FromLimbs(z), one.z) << engine->name() << ": " << one.text;
      if (one.flags) EXPECT_EQ(flags, *one.flags) << engine->name() << ": " << one.text;
    }
  }
}

}  // namespace
}  // namespace macroscope
