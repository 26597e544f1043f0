// Worked dot products of blocks with their scales, by block_dot.
// Long, but one file: a family of formats after the other, with the same few helpers.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <bit>
#include <cstdlib>
#include <map>
#include <tuple>

#include "models/reference/reference.h"
#include "tests/reference/lane_words.h"
#include "tests/vectors/yaml_values.h"

namespace macroscope {
namespace {

std::string Text(const YAML::Node& record, const char* key) {
  return record[key].as<std::string>();
}

// One operation of a design, from +0.
Bits Operate(const Design& design, const LaneCodes& a, const LaneCodes& b, const Bits& c = {}) {
  return Reference(design).Operate({LaneWord(design.dot.a, a), LaneWord(design.dot.b, b), c, 0});
}

// A binary32 code of an exact value in C99 hexadecimal, which binary32 holds.
std::uint64_t Fp32Code(const std::string& exact) {
  return std::bit_cast<std::uint32_t>(std::strtof(exact.c_str(), nullptr));
}

// A block of OCP MX and its format.
struct MxBlock {
  std::string format;
  LaneCodes codes;
};

struct MxDot {
  MxBlock a, b;

  explicit MxDot(const YAML::Node& record)
      : a(Block(record, "fmt_a", "scale_a", "a")), b(Block(record, "fmt_b", "scale_b", "b")) {}

  static MxBlock Block(const YAML::Node& record, const char* format, const char* scale,
                       const char* elements) {
    const std::string name = Text(record, format);
    return {name == "mxfp4_e2m1" ? "mxfp4" : name,
            {Codes(record[elements]), {Code(Text(record, scale))}}};
  }
};

Design MxDesign(const MxDot& dot, const char* lanes, const char* join = "joined") {
  return BlockDot({.operands = dot.a.format + "," + dot.b.format,
                   .accumulator = "fp32",
                   .lanes = lanes,
                   .join = join});
}

// The sum of two blocks' products rounded once: both in one operation.
Bits BothBlocks(const MxDot& x, const MxDot& y) {
  const auto both = [](const MxBlock& low, const MxBlock& high) {
    LaneCodes codes = low.codes;
    codes.elements.insert(codes.elements.end(), high.codes.elements.begin(),
                          high.codes.elements.end());
    codes.scales.push_back(high.codes.scales[0]);
    return codes;
  };
  return Operate(MxDesign(x, "64"), both(x.a, y.a), both(x.b, y.b));
}

TEST(BlockDotVectors, OcpMx) {
  std::map<std::string, MxDot> dots;
  int blocks = 0, general = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("mx.yaml"))) {
    const std::string op = Text(record, "op");
    if (op == "dot") {
      SCOPED_TRACE(Text(record, "name"));
      const MxDot& dot = dots.emplace(Text(record, "name"), record).first->second;
      const std::uint64_t expected = Code(Text(record, "fp32"));
      EXPECT_EQ(Operate(MxDesign(dot, "32"), dot.a.codes, dot.b.codes).low(), expected);
      // The sum is the same in four parts, where nothing is rounded on the way.
      Bits sum;
      const Design part = MxDesign(dot, "8");
      for (std::size_t i = 0; i < 32; i += 8) {
        sum = Operate(part, {Part(dot.a.codes.elements, i, 8), dot.a.codes.scales},
                      {Part(dot.b.codes.elements, i, 8), dot.b.codes.scales}, sum);
      }
      EXPECT_EQ(sum.low(), expected);
      ++blocks;
    } else if (op == "dot_general" && Text(record, "name") == "two_blocks_mxfp4") {
      const MxDot &x = dots.at("mxfp4_ramp_x_ties"), &y = dots.at("mxfp4_max");
      EXPECT_EQ(BothBlocks(x, y).low(), Code(Text(record, "fp32_of_exact")));
      const Design after = MxDesign(x, "32", "after");
      const Bits first = Operate(after, x.a.codes, x.b.codes);
      EXPECT_EQ(Operate(after, y.a.codes, y.b.codes, first).low(),
                Code(Text(record, "fp32_sum_of_fp32_blocks")));
      ++general;
    } else if (op == "dot_general") {
      ASSERT_EQ(Text(record, "name"), "order_dependence");
      Bits sum;
      CodeList all_a, all_b;
      for (const YAML::Node& term : record["terms"]) {
        std::string name = term.as<std::string>();
        const bool minus = name.starts_with("-");
        MxDot dot = dots.at(minus ? name.substr(1) : name);
        if (minus) dot.a.codes.elements[0] ^= 8;  // The sign of its one element.
        const Design design = MxDesign(dot, "32", "after");
        sum = Operate(design, dot.a.codes, dot.b.codes, sum);
        for (const auto& [all, operand, codes] :
             {std::tuple(&all_a, &design.dot.a, &dot.a.codes),
              std::tuple(&all_b, &design.dot.b, &dot.b.codes)}) {
          const Bits word = LaneWord(*operand, *codes);
          all->insert(all->end(), word.limb.begin(),
                      word.limb.begin() + LimbsFor(operand->word_bits()));
        }
      }
      EXPECT_EQ(sum.low(), Code(Text(record, "fp32_sequential")));
      EXPECT_EQ(Reference(MxDesign(dots.at("dg_big"), "32")).Dot(all_a, all_b).low(),
                Fp32Code(Text(record, "exact")));
      ++general;
    }
  }
  std::printf("%d blocks, %d sums of blocks\n", blocks, general);
  EXPECT_EQ(blocks, 11);
  EXPECT_EQ(general, 2);
}

// The tensors' scales come after the unit, as one product of binary32.
TEST(BlockDotVectors, Nvfp4) {
  struct Tensor {
    std::uint64_t scale_fp32;
    LaneCodes codes;
  };
  std::map<std::string, Tensor> tensors;
  int dots = 0;
  Reference multiply(ParseDesign({.unit = "fp_mul", .operands = "fp32"}, Catalogue()));
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("nvfp4.yaml"))) {
    const std::string name = Text(record, "name");
    if (Text(record, "op") == "encode") {
      Tensor& tensor = tensors[name];
      tensor.scale_fp32 = Code(Text(record, "tensor_scale_dec_fp32"));
      tensor.codes.scales = Codes(record["block_scale_e4m3"]);
      for (const YAML::Node& block : record["elems"]) {
        const CodeList elements = Codes(block);
        tensor.codes.elements.insert(tensor.codes.elements.end(), elements.begin(), elements.end());
      }
      continue;
    }
    SCOPED_TRACE(name);
    const Tensor most = {0x3F800000, {CodeList(64, 7), CodeList(4, 0x7E)}};
    const Tensor& a = name == "max_K64" ? most : tensors.at("ramp");
    const Tensor& b = name == "max_K64"          ? most
                      : name == "ramp_x_outlier" ? tensors.at("outlier_block")
                                                 : tensors.at("ramp");
    const Design design = BlockDot({.operands = "nvfp4",
                                    .accumulator = "fp32",
                                    .lanes = std::to_string(a.codes.elements.size())});
    const std::uint64_t sum = Operate(design, a.codes, b.codes).low();
    EXPECT_EQ(sum, Fp32Code(Text(record, "sum_before_tensor_scale")));
    const Bits scale = multiply.Operate({a.scale_fp32, b.scale_fp32, 0, 0});
    EXPECT_EQ(multiply.Operate({sum, scale, 0, 0}).low(),
              Code(Text(record, "fp32_acc_then_tensor_scale")));
    ++dots;
  }
  std::printf("%d dot products\n", dots);
  EXPECT_EQ(dots, 3);
}

TEST(BlockDotVectors, MsfpAndMicroexponents) {
  std::map<std::string, LaneCodes> boxes;  // By format and name.
  int dots = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("bfp.yaml"))) {
    const std::string op = Text(record, "op");
    if (op == "msfp" || op == "mx_micro") {
      LaneCodes& box = boxes[Text(record, "fmt") + Text(record, "name")];
      box = {Codes(record["sm"]), {Code(Text(record, "exp"))}};
      if (op == "mx_micro") box.microexponents = record["tau"].as<CodeList>();
    } else if (op == "msfp_dot" || op == "mx_micro_dot") {
      const std::string format = Text(record, "fmt");
      SCOPED_TRACE(format);
      const Design design = BlockDot({.operands = format, .accumulator = "fp32", .lanes = "16"});
      const std::uint64_t z = Operate(design, boxes.at(format + Text(record, "a")),
                                      boxes.at(format + Text(record, "b")))
                                  .low();
      EXPECT_EQ(z, Code(Text(record, "fp32")));
      EXPECT_EQ(z, Fp32Code(Text(record, "exact")));
      ++dots;
    }
  }
  std::printf("%d dot products\n", dots);
  EXPECT_EQ(dots, 5);
}

TEST(BlockDotVectors, VsqTotals) {
  int totals = 0, vectors = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("bfp.yaml"))) {
    if (Text(record, "op") != "vsq") continue;
    Catalogue catalogue;
    BlockFormat format = catalogue.FindBlock("vsq4");
    format.name = "vsq4_of_record";
    format.scale = catalogue.Find("uint" + Text(record, "scale_bits"));
    catalogue.AddBlock(format);
    // Of the first `blocks` vectors from number `first`, under these scales.
    const auto dot = [&](std::size_t first, std::size_t blocks, const CodeList& w_scales,
                         const CodeList& a_scales) {
      const auto operand = [&](const char* key, const CodeList& scales) {
        LaneCodes codes{{}, Part(scales, first, blocks)};
        for (std::size_t i = first; i < first + blocks; ++i) {
          for (const YAML::Node& item : record[key][i]) {
            codes.elements.push_back(static_cast<std::uint64_t>(item.as<int>()) & 0xF);
          }
        }
        return codes;
      };
      const Design design = ParseDesign({.unit = "block_dot",
                                         .operands = format.name,
                                         .accumulator = "fixed+12",
                                         .lanes = std::to_string(16 * blocks)},
                                        catalogue);
      EXPECT_EQ(ExactDot(design).least_exponent, 0);
      const Bits z = Operate(design, operand("w_int4", w_scales), operand("a_int4", a_scales));
      const int shift = 64 - design.accumulator.width_bits;
      return static_cast<std::int64_t>(z.low() << shift) >> shift;
    };
    EXPECT_EQ(dot(0, 2, record["w_scales"].as<CodeList>(), record["a_scales"].as<CodeList>()),
              record["int_total"].as<std::int64_t>());
    ++totals;
    for (std::size_t i = 0; i < 2; ++i, ++vectors) {
      EXPECT_EQ(dot(i, 1, {1, 1}, {1, 1}), record["vector_int_dots"][i].as<std::int64_t>());
    }
  }
  std::printf("%d totals, %d vectors\n", totals, vectors);
  EXPECT_EQ(totals, 2);
  EXPECT_EQ(vectors, 4);
}

}  // namespace
}  // namespace macroscope
