// The worked sum of a block of NF4 (nf4.yaml, order A: values as bf16, the scale last), by the laws
// and by the reference: the scale outside of the unit and inside, one operation a product and one a
// block.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include "models/common/unit.h"
#include "models/formats/catalogue.h"
#include "models/reference/reference.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

YAML::Node Record(const std::string& op) {
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("nf4.yaml"))) {
    if (record["op"].as<std::string>() == op) return record;
  }
  throw std::runtime_error("no record of " + op);
}

std::uint64_t CodeOf(const YAML::Node& node) { return Code(node.as<std::string>()); }

// As bitsandbytes stores it: the scale in binary32.
Catalogue WithFullScales() {
  Catalogue catalogue;
  BlockFormat block = catalogue.FindBlock("nf4x64");
  block.name = "nf4x64_fp32";
  block.scale = catalogue.Find("fp32");
  catalogue.AddBlock(block);
  return catalogue;
}

Bits ResultOf(const Design& design, const std::string& engine, const Operation& in) {
  if (engine == "reference") return Reference(design).Operate(in);
  return MakeUnit(design)->Trace(in).back();
}

// The block's 64 products, `lanes` an operation, one operation after the other from +0.
std::uint64_t Accumulate(const Design& design, const std::string& engine) {
  const DotProduct& dot = design.dot;
  const YAML::Node block = Record("block64"), activations = Record("mac_block64")["acts_bf16"];
  Bits sum;
  for (int first = 0; first < 64; first += dot.lanes) {
    Operation in;
    for (int i = 0; i < dot.lanes; ++i) {
      const auto k = static_cast<std::size_t>(first + i);
      in.a.Insert(dot.a.element_position(i), 4, block["nf4"][k].as<std::uint64_t>());
      in.b.Insert(dot.b.element_position(i), 16, CodeOf(activations[k]));
    }
    if (dot.a.is_block()) in.a.Insert(dot.a.scale_position(0), 32, CodeOf(block["absmax"]));
    in.c = sum;
    sum = ResultOf(design, engine, in);
  }
  return sum.low();
}

TEST(BlockDotCodebook, ABlockOfNf4HasItsWorkedSum) {
  const Catalogue catalogue = WithFullScales();
  const std::uint64_t expected = CodeOf(Record("mac_block64")["A_lut_bf16_then_scale_fp32"]);
  const std::uint64_t absmax = CodeOf(Record("block64")["absmax"]);
  int sums = 0;
  for (const char* engine : {"reference", "law"}) {
    for (const char* lanes : {"1", "16", "64"}) {
      const DesignText plain{
          .unit = "block_dot", .operands = "nf4,bf16", .accumulator = "fp32", .lanes = lanes};
      const std::uint64_t sum = Accumulate(ParseDesign(plain, catalogue), engine);
      const Design multiply =
          ParseDesign({.unit = "fp_mul", .operands = "fp32", .flags = "off"}, catalogue);
      Operation scaled;
      scaled.a = sum;
      scaled.b = absmax;
      EXPECT_EQ(ResultOf(multiply, engine, scaled).low() & 0xffffffff, expected) << engine << lanes;
      DesignText inside = plain;
      inside.operands = "nf4x64_fp32,bf16";
      EXPECT_EQ(Accumulate(ParseDesign(inside, catalogue), engine), expected) << engine << lanes;
      sums += 2;
    }
  }
  std::printf("%d sums\n", sums);
  EXPECT_EQ(sums, 12);
}

// As a block quantized with an infinite absolute maximum decodes: infinity times zero.
TEST(BlockDotCodebook, UnderAnInfiniteScaleThereAreNoNumbers) {
  const Design design = ParseDesign(
      {.unit = "block_dot", .operands = "nf4x64,bf16", .accumulator = "fp32", .lanes = "2"},
      Catalogue());
  Operation in;
  in.a = Bits((std::uint64_t{0x7f80} << 8) | 0xff);
  in.b = Bits((std::uint64_t{0x3f80} << 16) | 0x3f80);
  for (const char* engine : {"reference", "law"}) {
    EXPECT_EQ(ResultOf(design, engine, in).low(), 0x7fc00000u) << engine;
  }
}

}  // namespace
}  // namespace macroscope
