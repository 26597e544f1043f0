// Dot products as matrix units of GPUs give them: the worked values of tensorcore.yaml, by the
// designs of configs/designs, step after step.
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <map>

#include "models/reference/quantize.h"
#include "models/reference/reference.h"
#include "sim/config/design_file.h"
#include "tests/reference/lane_words.h"
#include "tests/vectors/yaml_values.h"

namespace macroscope {
namespace {

Design GpuMode(const std::string& name) {
  return LoadDesign(std::string(MACROSCOPE_SOURCE_DIR) + "/configs/designs/" + name + ".yaml");
}

const Format& Fp32() {
  static const Format format = Catalogue().Find("fp32");
  return format;
}

// One design, and what it adds up to: a chain of its steps, from C.
class Chain {
 public:
  explicit Chain(const std::string& mode) : design_(GpuMode(mode)), reference_(design_) {}

  const Format& format() const { return design_.accumulator.format; }

  // C, of FP32, into the accumulator, which cuts it or rounds as its results.
  std::uint64_t Start(std::uint64_t c_fp32) const {
    return Quantize(Fp32(), c_fp32, format(), design_.rounding, design_.overflow).code;
  }
  std::uint64_t Add(std::uint64_t sum, const CodeList& a, const CodeList& b) {
    const auto lanes = static_cast<std::size_t>(design_.dot.lanes);
    for (std::size_t i = 0; i < a.size(); i += lanes) {
      sum = reference_
                .Operate({LaneWord(design_.dot.a, {Part(a, i, lanes)}),
                          LaneWord(design_.dot.b, {Part(b, i, lanes)}), sum, 0})
                .low();
    }
    return sum;
  }
  std::uint64_t ToFp32(std::uint64_t sum) const {
    return Quantize(format(), sum, Fp32(), Rounding::kTiesToEven, Overflow::kInfinity).code;
  }

 private:
  Design design_;
  Reference reference_;
};

// "H100_fp8_fp32" of E4M3 is h100_fp8_e4m3; "V100_fp16_fp16" is v100_fp16_fp16.
std::string ModeOf(std::string column, const std::string& format) {
  std::ranges::transform(column, column.begin(), [](unsigned char c) { return std::tolower(c); });
  const auto output = column.rfind('_');
  const bool is_fp8 = column.substr(0, output).ends_with("fp8");
  std::string mode = column.substr(0, output) + (is_fp8 ? "_" + format : "");
  return column.ends_with("_fp16") ? mode + "_fp16" : mode;
}

TEST(GpuVectors, HoldInEveryColumn) {
  std::map<std::string, int> columns;
  int records = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("tensorcore.yaml"))) {
    if (!record["c_fp32"]) continue;  // The chain of 512 below.
    ++records;
    const CodeList a = Codes(record["a"]), b = Codes(record["b"]);
    const std::uint64_t c = Code(record["c_fp32"].as<std::string>());
    for (const auto& field : record) {
      const auto column = field.first.as<std::string>();
      const bool is_unit = column.starts_with("V100") || column.starts_with("A100") ||
                           column.starts_with("H100") || column.starts_with("Ada");
      if (!is_unit) continue;
      SCOPED_TRACE(record["name"].as<std::string>() + " " + column);
      Chain chain(ModeOf(column, record["fmt"].as<std::string>()));
      const std::uint64_t sum = chain.Add(chain.Start(c), a, b);
      EXPECT_EQ(column.ends_with("_fp32") ? chain.ToFp32(sum) : sum,
                Code(field.second.as<std::string>()));
      ++columns[column];
    }
    // Beside them the exact sum, rounded once; C is one of its terms.
    const std::string operands = CatalogueName(record["fmt"].as<std::string>());
    const Design exact =
        BlockDot({.operands = operands, .accumulator = "fp32", .lanes = std::to_string(a.size())});
    EXPECT_EQ(Reference(exact)
                  .Operate({LaneWord(exact.dot.a, {a}), LaneWord(exact.dot.b, {b}), c, 0})
                  .low(),
              Code(record["fp32_rne_of_exact"].as<std::string>()))
        << record["name"].as<std::string>();
  }
  int values = 0;
  for (const auto& [column, count] : columns) {
    std::printf("%d of %s\n", count, column.c_str());
    values += count;
  }
  std::printf("%d records, %d results of units\n", records, values);
  EXPECT_EQ(records, 21);
  EXPECT_EQ(values, 82);
  for (const char* column : {"V100_fp16_fp32", "A100_fp16_fp32", "H100_fp16_fp32", "V100_fp16_fp16",
                             "A100_fp16_fp16", "H100_fp16_fp16"}) {
    EXPECT_EQ(columns[column], 10) << column;
  }
  for (const char* column : {"H100_fp8_fp32", "Ada_fp8_fp32"}) EXPECT_EQ(columns[column], 11);
}

// A dot product of 512 on H100's FP8: all of it in the short accumulator, or every 128 products
// added to a number of FP32 (DeepSeek-V3 2024).
TEST(GpuVectors, ChainsAndPromotion) {
  int records = 0;
  for (const YAML::Node& record : YAML::LoadFile(VectorPath("tensorcore.yaml"))) {
    if (!record["promote_every_128"]) continue;
    const CodeList a = Codes(record["a"]), b = Codes(record["b"]);
    ASSERT_EQ(a.size(), 512u);
    Chain chain("h100_fp8_" + record["fmt"].as<std::string>());
    EXPECT_EQ(chain.ToFp32(chain.Add(0, a, b)),
              Code(record["chained_wgmma_no_promotion"].as<std::string>()));
    constexpr std::size_t kInterval = 128;
    Reference add(ParseDesign({.unit = "fp_add", .operands = "fp32"}, Catalogue()));
    std::uint64_t promoted = 0;
    for (std::size_t i = 0; i < a.size(); i += kInterval) {
      const std::uint64_t part = chain.Add(0, Part(a, i, kInterval), Part(b, i, kInterval));
      promoted = add.Operate({promoted, chain.ToFp32(part), 0, 0}).low();
    }
    EXPECT_EQ(promoted, Code(record["promote_every_128"].as<std::string>()));
    ++records;
  }
  std::printf("%d chains of 512\n", records);
  EXPECT_EQ(records, 1);
}

// Every file of the folder is a design that can be.
TEST(GpuModes, AreDesigns) {
  int files = 0;
  const std::filesystem::path folder =
      std::filesystem::path(MACROSCOPE_SOURCE_DIR) / "configs" / "designs";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const Design design = LoadDesign(entry.path());
    EXPECT_EQ(design.unit, UnitKind::kBlockDot) << entry.path();
    EXPECT_EQ(design.form, Form::kOperation) << entry.path();
    ++files;
  }
  std::printf("%d files\n", files);
  EXPECT_EQ(files, 36);
}

}  // namespace
}  // namespace macroscope
