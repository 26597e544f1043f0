// The worked tensors of NVFP4 and VS-Quant, block by block, as the unit takes them: divided by the
// tensor's scale.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <bit>

#include "models/common/unit.h"
#include "tests/block_quantize/quantize_designs.h"
#include "tests/vectors/vectors.h"

namespace macroscope {
namespace {

constexpr std::size_t kLanes = 16;

float Binary32(const YAML::Node& node) {
  return std::bit_cast<float>(static_cast<std::uint32_t>(Code(node.as<std::string>())));
}

struct Block {
  std::uint64_t scale = 0;
  std::vector<std::uint64_t> elements;
};

// What the unit makes of the block-th 16 of `values`.
Block Quantized(const Unit& unit, const YAML::Node& values, float tensor_scale, std::size_t block) {
  const LaneOperand& z = unit.design().quantize.z;
  Operation operation;
  for (std::size_t i = 0; i < kLanes; ++i) {
    const float x = Binary32(values[block * kLanes + i]) / tensor_scale;
    operation.a.Insert(32 * static_cast<int>(i), 32, std::bit_cast<std::uint32_t>(x));
  }
  const Bits result = unit.Trace(operation).back();
  Block out{.scale = result.Extract(z.scale_position(0), z.scale_bits()), .elements = {}};
  for (int i = 0; i < z.lanes; ++i) {
    out.elements.push_back(result.Extract(z.element_position(i), z.block.element.width_bits()));
  }
  return out;
}

TEST(BlockQuantizeVectors, Nvfp4) {
  const auto unit = MakeUnit(ParseDesign(QuantizeText("fp32", "nvfp4"), Catalogue()));
  int blocks = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("nvfp4.yaml"))) {
    if (record["op"].as<std::string>() != "encode") continue;
    const auto name = record["name"].as<std::string>();
    const float tensor_scale = Binary32(record["tensor_scale_dec_fp32"]);
    for (std::size_t i = 0; i < record["elems"].size(); ++i) {
      SCOPED_TRACE(name + ", block " + std::to_string(i));
      const Block block = Quantized(*unit, record["in_fp32"], tensor_scale, i);
      // A tensor of zeros has the scale 1; the unit, which sees one block, gives the least.
      EXPECT_EQ(block.scale,
                name == "zeros" ? 1 : Code(record["block_scale_e4m3"][i].as<std::string>()));
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        EXPECT_EQ(block.elements[lane], Code(record["elems"][i][lane].as<std::string>())) << lane;
      }
      ++blocks;
    }
  }
  std::printf("%d blocks\n", blocks);
  EXPECT_EQ(blocks, 10);
}

TEST(BlockQuantizeVectors, VsQuant) {
  int blocks = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("bfp.yaml"))) {
    if (record["op"].as<std::string>() != "vsq") continue;
    const auto scale_bits = record["scale_bits"].as<std::string>();
    Catalogue catalogue;
    BlockFormat format = catalogue.FindBlock("vsq4");
    format.name = "vsq4_of_" + scale_bits;
    format.scale = catalogue.Find("uint" + scale_bits);
    catalogue.AddBlock(format);
    const auto unit = MakeUnit(ParseDesign(QuantizeText("fp32", format.name), catalogue));
    for (const std::string side : {"w", "a"}) {
      const float gamma = Binary32(record["gamma_" + side]);
      for (std::size_t i = 0; i < record[side + "_scales"].size(); ++i) {
        SCOPED_TRACE(format.name + " " + side + ", block " + std::to_string(i));
        const Block block = Quantized(*unit, record[side + "_fp32"], gamma, i);
        EXPECT_EQ(block.scale, record[side + "_scales"][i].as<std::uint64_t>());
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
          const int element = record[side + "_int4"][i][lane].as<int>();
          EXPECT_EQ(block.elements[lane], static_cast<std::uint64_t>(element) & 0xf) << lane;
        }
        ++blocks;
      }
    }
  }
  std::printf("%d blocks\n", blocks);
  EXPECT_EQ(blocks, 8);
}

}  // namespace
}  // namespace macroscope
