// Blocks of worked values, encoded and decoded: OCP MX, NVFP4, MSFP, microexponents, VSQ,
// Flexpoint.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <cstdlib>

#include "models/reference/block_codec.h"
#include "tests/vectors/yaml_values.h"

namespace macroscope {
namespace {

// Lists of lists, one after the other.
std::vector<std::int64_t> Integers(const YAML::Node& lists) {
  std::vector<std::int64_t> integers;
  for (const YAML::Node& list : lists) {
    for (const YAML::Node& item : list) integers.push_back(item.as<std::int64_t>());
  }
  return integers;
}

std::vector<std::int64_t> SignExtended(const BlockFormat& format,
                                       const std::vector<std::uint64_t>& codes) {
  std::vector<std::int64_t> integers;
  const int shift = 64 - format.element.width_bits();
  for (const std::uint64_t code : codes) {
    integers.push_back(static_cast<std::int64_t>(code << shift) >> shift);
  }
  return integers;
}

BlockFormat Block(const std::string& name) { return Catalogue().FindBlock(name); }

// The first values of a block, as many as the record has.
void ExpectValues(const BlockFormat& format, const BlockCodes& codes, const YAML::Node& expected) {
  ASSERT_GT(expected.size(), 0u);
  for (std::size_t i = 0; i < expected.size(); ++i) {
    const auto text = expected[i].as<std::string>();
    const double value = DecodeElement(format, codes, i);
    if (text == "nan") {
      EXPECT_NE(value, value) << i;
    } else if (format.has_tensor_scale) {  // Printed as binary32.
      EXPECT_EQ(static_cast<float>(value), std::strtof(text.c_str(), nullptr)) << i;
    } else {
      EXPECT_EQ(value, std::strtod(text.c_str(), nullptr)) << i;
    }
  }
}

TEST(BlockVectors, OcpMx) {
  const std::map<std::string, BlockScaleRule> rules = {{"floor", BlockScaleRule::kFloor},
                                                       {"ceil", BlockScaleRule::kCeil},
                                                       {"even", BlockScaleRule::kEven},
                                                       {"rceil", BlockScaleRule::kRceil}};
  int blocks = 0, modes = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("mx.yaml"))) {
    const auto op = record["op"].as<std::string>();
    if (op != "encode" && op != "encode_mode") continue;
    auto name = record["fmt"].as<std::string>();
    if (name == "mxfp4_e2m1") name = "mxfp4";
    SCOPED_TRACE(name + " " + record["name"].as<std::string>());
    const BlockFormat format = Block(name);
    const BlockEncoding encoding{.rule = rules.at(record["mode"].as<std::string>())};
    if (op == "encode_mode") {
      const double largest = std::strtod(record["amax"].as<std::string>().c_str(), nullptr);
      const std::vector<float> values = {static_cast<float>(largest), 0.0f};
      const BlockCodes codes = EncodeBlocks(format, encoding, values);
      EXPECT_EQ(codes.scales[0], Code(record["scale"].as<std::string>()));
      EXPECT_EQ(codes.elements[0], Code(record["elem0"].as<std::string>()));
      EXPECT_EQ(DecodeElement(format, codes, 0),
                std::strtod(record["elem0_dec"].as<std::string>().c_str(), nullptr));
      ++modes;
      continue;
    }
    if (record["in0"]) {  // The first of the block is no number.
      std::vector<float> values(32, 1.0f);
      values[0] = std::strtof(record["in0"].as<std::string>().c_str(), nullptr);
      const BlockCodes codes = EncodeBlocks(format, encoding, values);
      EXPECT_EQ(codes.scales[0], Code(record["scale"].as<std::string>()));
      EXPECT_EQ(codes.elements, std::vector<std::uint64_t>(32, 0));
      ++blocks;
      continue;
    }
    const BlockCodes codes = EncodeBlocks(format, encoding, Numbers(record["in_fp32"]));
    ASSERT_EQ(codes.scales.size(), 1u);
    EXPECT_EQ(codes.scales[0], Code(record["scale"].as<std::string>()));
    EXPECT_EQ(codes.elements, Codes(record["elems"]));
    ExpectValues(format, codes, record["dec"]);
    ++blocks;
  }
  std::printf("%d blocks, %d scale rules\n", blocks, modes);
  EXPECT_EQ(blocks, 55);
  EXPECT_EQ(modes, 4);
}

TEST(BlockVectors, Nvfp4) {
  const BlockFormat format = Block("nvfp4");
  int tensors = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("nvfp4.yaml"))) {
    if (record["op"].as<std::string>() != "encode") continue;
    SCOPED_TRACE(record["name"].as<std::string>());
    const BlockCodes codes = EncodeBlocks(format, {}, Numbers(record["in_fp32"]));
    EXPECT_EQ(codes.tensor_scale, Binary32(record["tensor_scale_dec_fp32"]));
    EXPECT_EQ(codes.scales, Codes(record["block_scale_e4m3"]));
    std::vector<std::uint64_t> elements;
    for (const YAML::Node& block : record["elems"]) {
      for (const std::uint64_t code : Codes(block)) elements.push_back(code);
    }
    EXPECT_EQ(codes.elements, elements);
    ExpectValues(format, codes, record["dec0"]);
    ++tensors;
  }
  std::printf("%d tensors\n", tensors);
  EXPECT_EQ(tensors, 5);
}

TEST(BlockVectors, MsfpAndMicroexponents) {
  int msfp = 0, micro = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("bfp.yaml"))) {
    const auto op = record["op"].as<std::string>();
    if (op != "msfp" && op != "mx_micro") continue;
    const auto name = record["fmt"].as<std::string>();
    SCOPED_TRACE(name + " " + record["name"].as<std::string>());
    const BlockFormat format = Block(name);
    const BlockCodes codes = EncodeBlocks(format, {}, Numbers(record["in_fp32"]));
    ASSERT_EQ(codes.scales.size(), 1u);
    EXPECT_EQ(codes.scales[0], Code(record["exp"].as<std::string>()));
    EXPECT_EQ(codes.elements, Codes(record["sm"]));
    if (op == "mx_micro") {
      EXPECT_EQ(codes.microexponents, record["tau"].as<std::vector<std::uint64_t>>());
    }
    ExpectValues(format, codes, record["dec"]);
    ++(op == "msfp" ? msfp : micro);
  }
  std::printf("%d boxes of MSFP, %d with microexponents\n", msfp, micro);
  EXPECT_EQ(msfp, 20);
  EXPECT_EQ(micro, 12);
}

TEST(BlockVectors, VsqAndFlexpoint) {
  int vsq = 0, flex = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("bfp.yaml"))) {
    const auto op = record["op"].as<std::string>();
    if (op == "vsq") {
      BlockFormat format = Block("vsq4");
      format.scale = Catalogue().Find("uint" + record["scale_bits"].as<std::string>());
      for (const std::string side : {"w", "a"}) {
        SCOPED_TRACE("vsq " + side + record["scale_bits"].as<std::string>());
        const BlockCodes codes = EncodeBlocks(format, {}, Numbers(record[side + "_fp32"]));
        EXPECT_EQ(codes.tensor_scale, Binary32(record["gamma_" + side]));
        EXPECT_EQ(codes.scales, record[side + "_scales"].as<std::vector<std::uint64_t>>());
        EXPECT_EQ(SignExtended(format, codes.elements), Integers(record[side + "_int4"]));
        ++vsq;
      }
    } else if (op == "flex16") {
      SCOPED_TRACE("flex16 " + record["name"].as<std::string>());
      const BlockFormat format = Block("flex16_5");
      const std::vector<std::uint64_t> scale = {static_cast<std::uint64_t>(-record["e"].as<int>()) &
                                                format.scale.code_mask()};
      const BlockCodes codes = EncodeUnderScales(format, {}, Numbers(record["in_fp32"]), 1, scale);
      EXPECT_EQ(SignExtended(format, codes.elements),
                record["int16"].as<std::vector<std::int64_t>>());
      ++flex;
    }
  }
  std::printf("%d tensors of VSQ, %d of Flexpoint\n", vsq, flex);
  EXPECT_EQ(vsq, 4);
  EXPECT_EQ(flex, 5);
}

}  // namespace
}  // namespace macroscope
