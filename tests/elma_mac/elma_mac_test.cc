// elma_mac against the reference, on all pairs of 8-bit codes and on corner-biased operations of
// wide ones; and against the worked values of the public hardware.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include "models/elma_mac/elma_mac_shape.h"
#include "tests/common/full_run.h"
#include "tests/common/law_agreement.h"
#include "tests/elma_mac/elma_designs.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

TEST(ElmaMac, EveryPairWithSeveralAddends) {
  std::size_t cases = 0;
  for (const Design& design : ElmaDesigns()) {
    if (design.a.width_bits() > 8) continue;
    cases += ExpectLawIsReferenceOnPairs(design, IsFull() ? 64 : 2);
  }
  std::printf("%zu cases, seed 1\n", cases);
  EXPECT_GT(cases, 900000u);
}

TEST(ElmaMac, RandomOperationsOfWideFormats) {
  std::size_t cases = 0;
  const std::size_t samples = IsFull() ? 10'000'000 : 20'000;
  for (const char* format : {"elma10_1", "elma12_2", "elma16_1", "elma16_2"}) {
    cases += ExpectLawIsReference(ElmaDesign(format), /*all_bits=*/0, samples);
    // The reference works each entry of the tables out anew.
    cases += ExpectLawIsReference(ElmaDesign(format, format), /*all_bits=*/0, samples / 4);
  }
  std::printf("%zu cases, seed 1\n", cases);
  EXPECT_GT(cases, 90000u);
}

std::vector<std::uint64_t> Codes(const YAML::Node& node) {
  std::vector<std::uint64_t> codes;
  if (node.IsScalar()) return {Code(node.as<std::string>())};
  for (const YAML::Node& item : node) codes.push_back(Code(item.as<std::string>()));
  return codes;
}

TEST(ElmaMac, WorkedSums) {
  const auto unit = MakeUnit(ElmaDesign("elma8_1", "elma8_1"));
  int sums = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("elma.yaml"))) {
    if (!record["acc38"]) continue;
    const std::vector<std::uint64_t> a = Codes(record["a"]), b = Codes(record["b"]);
    std::uint64_t z = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      const std::uint64_t c = z;
      unit->Evaluate({1, {&a[i], 1}, {&b[i], 1}, {&c, 1}}, {&z, 1});
    }
    EXPECT_EQ(z & LowMask<Word64>(38), Code(record["acc38"].as<std::string>())) << record["a"];
    EXPECT_EQ(z >> 39, Code(record["readback"].as<std::string>())) << record["a"];
    ++sums;
  }
  std::printf("%d sums\n", sums);
  EXPECT_EQ(sums, 15);
}

// The published unit's widths: (8, 1, 5, 5, 7), 38 bits.
TEST(ElmaMac, HasThePublishedSizes) {
  const ElmaMacShape shape = ElmaMacShape::Derive(ElmaDesign("elma8_1", "elma8_1"));
  EXPECT_EQ(shape.sum_bits(), 38);
  EXPECT_EQ(shape.product.linear.entries->entries.size(), 16u);
  EXPECT_EQ(shape.product.linear.entries->entry_bits, 5);
  EXPECT_EQ(shape.logarithms->entries.size(), 32u);
  EXPECT_EQ(shape.logarithms->entry_bits, 7);
}

}  // namespace
}  // namespace macroscope
