#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include "models/reference/reference.h"
#include "tests/reference/make_design.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

TEST(FmaVectors, HoldInEveryDirection) {
  const std::pair<const char*, const char*> modes[] = {{"rtz", "toward_zero"},
                                                       {"rup", "toward_positive"},
                                                       {"rdn", "toward_negative"},
                                                       {"rna", "ties_to_away"}};
  int cases = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("fma.yaml"))) {
    SCOPED_TRACE(record["fmt"].as<std::string>() + " " + record["note"].as<std::string>());
    const std::string format = CatalogueName(record["fmt"].as<std::string>());
    const auto code = [](const YAML::Node& node) { return Code(node.as<std::string>()); };
    const auto expect = [&](const char* rounding, std::uint64_t expected) {
      Reference reference(MakeDesign("fp_fma", format, format, rounding));
      const Bits z = reference.Operate({code(record["a"]), code(record["b"]), code(record["c"])});
      EXPECT_EQ(z.low(), expected) << rounding;
      ++cases;
    };
    expect("ties_to_even", code(record["fma"]));
    if (!record["modes"]) continue;
    for (const auto& [mode, rounding] : modes) expect(rounding, code(record["modes"][mode]));
  }
  std::printf("%d operations\n", cases);
  EXPECT_GT(cases, 100);
}

}  // namespace
}  // namespace macroscope
