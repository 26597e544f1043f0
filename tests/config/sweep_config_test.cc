// A sweep's file: what it spans, and what each slip in it is answered with.
// Long for one file, but a row of messages, each beside its cause.
#include "sim/config/sweep_config.h"

#include <set>

#include "models/formats/catalogue.h"
#include "tests/config/config_test_tools.h"

namespace macroscope {
namespace {

constexpr const char* kGates = "name: gates_only\nmodel: gates\n";

// Complete but for its designs, which begin in line 3.
std::string WithDesigns(const std::string& designs) {
  return "title: A test\ndesigns:\n" + designs + "technologies: [gates.yaml]\n";
}

class SweepConfigTest : public ConfigTest {
 protected:
  SweepConfigTest() { Write("gates.yaml", kGates); }
  SweepConfig Load(const std::string& content) const { return LoadSweep(Write("s.yaml", content)); }
  std::string Error(const std::string& content) const {
    return ErrorOf([&] { Load(content); });
  }
};

TEST_F(SweepConfigTest, ReadsAWholeFile) {
  const SweepConfig config = Load(
      "title: FP8 against INT8\n"
      "designs:\n"
      "  - unit: int_mac\n"
      "    operands: int8\n"
      "    accumulator: fixed+12\n"
      "  - unit: fp_fma\n"
      "    operands: [fp8_e4m3, fp8_e5m2]\n"
      "    accumulator: [fp16, fp32]\n"
      "technologies: [gates.yaml]\n"
      "workload: {distribution: normal, length: 100, seed: 18446744073709551615}\n"
      "registers: left_out\n"
      "baseline: {unit: int_mac, operands: int8}\n");
  EXPECT_FALSE(config.counts_registers);
  EXPECT_EQ(config.title, "FP8 against INT8");
  ASSERT_EQ(config.designs.size(), 5u);
  EXPECT_EQ(config.designs[0].design.accumulator.guard_bits, 12);
  EXPECT_EQ(config.designs[0].line, 3);
  EXPECT_EQ(config.designs[4].line, 6);
  // The last axis varies fastest.
  EXPECT_EQ(config.designs[1].design.a.name, "fp8_e4m3");
  EXPECT_EQ(config.designs[2].design.a.name, "fp8_e4m3");
  EXPECT_EQ(config.designs[2].design.accumulator.format.name, "fp32");
  EXPECT_EQ(config.designs[3].design.b.name, "fp8_e5m2");
  EXPECT_EQ(config.designs[3].design.accumulator.format.name, "fp16");
  EXPECT_EQ(config.designs[1].design.form, Form::kMac);
  ASSERT_EQ(config.technologies.size(), 1u);
  EXPECT_EQ(config.technologies[0].name, "gates_only");
  EXPECT_EQ(config.workloads[0].length, 100u);
  EXPECT_EQ(config.workloads[0].seed, ~std::uint64_t{0});
  EXPECT_EQ(config.baseline, 0u);
}

TEST_F(SweepConfigTest, ReadsPairsOfOperands) {
  const SweepConfig config =
      Load(WithDesigns("  - {unit: fp_fma, operands: ['fp8_e4m3,int8', [int8, bf16], fp16]}\n"
                       "  - {unit: fp_fma, operands: 'fp8_e4m3, fp8_e5m2'}\n"));
  ASSERT_EQ(config.designs.size(), 4u);
  EXPECT_EQ(config.designs[0].design.b.name, "int8");
  EXPECT_EQ(config.designs[1].design.a.name, "int8");
  EXPECT_EQ(config.designs[1].design.b.name, "bf16");
  EXPECT_EQ(config.designs[2].design.b.name, "fp16");
  EXPECT_EQ(config.designs[3].design.b.name, "fp8_e5m2");
}

TEST_F(SweepConfigTest, ReadsFormatsFromFilesAndRows) {
  Write("mine.yaml",
        "formats:\n  - {name: fp5, family: floating, exponent_bits: 2, fraction_bits: 2}\n");
  const SweepConfig config = Load(
      "title: t\n"
      "formats:\n"
      "  - mine.yaml\n"
      "  - {name: odd7, family: integer, width_bits: 7, encoding: sign_magnitude}\n"
      "designs:\n"
      "  - {unit: fp_fma, operands: [fp5, odd7], accumulator: fp5}\n"
      "technologies: [gates.yaml]\n");
  ASSERT_EQ(config.designs.size(), 2u);
  EXPECT_EQ(config.designs[0].design.a.width_bits(), 5);
  EXPECT_EQ(config.designs[1].design.a.encoding, Encoding::kSignMagnitude);
}

TEST_F(SweepConfigTest, UnknownKey) {
  const std::string error = Error(WithDesigns("  - unit: int_mac\n    oprands: int8\n"));
  ExpectStartsWith(error, "s.yaml:4: oprands: unknown key; the keys here are unit, operands,");
  ExpectContains(error, "did you mean 'operands'?");
  ExpectStartsWith(Error("titel: x\n"), "s.yaml:1: titel: unknown key; the keys here are title,");
}

TEST_F(SweepConfigTest, MissingKey) {
  ExpectStartsWith(Error("title: x\ndesigns: [{unit: int_mac, operands: int8}]\n"),
                   "s.yaml:1: technologies: missing key");
  ExpectStartsWith(Error(WithDesigns("  - unit: int_mac\n    accumulator: int32\n")),
                   "s.yaml:3: operands: missing");
  ExpectStartsWith(
      Error(WithDesigns("  - {unit: int_mac, operands: int8}\n") + "workload: {seed: 1}\n"),
      "s.yaml:5: distribution: missing key");
}

TEST_F(SweepConfigTest, WrongType) {
  ExpectStartsWith(Error("title: [a]\ndesigns: 1\ntechnologies: 1\n"),
                   "s.yaml:1: title: wrong type, a list; expected a single value");
  ExpectStartsWith(Error("title: a\ndesigns: 1\ntechnologies: 1\n"),
                   "s.yaml:2: designs: wrong type, a single value; expected a list");
  ExpectStartsWith(Error("title: a\ndesigns: [int_mac]\ntechnologies: 1\n"),
                   "s.yaml:2: designs: wrong type, a single value; expected a map");
  ExpectStartsWith(Error(WithDesigns("  - {unit: {a: b}, operands: int8}\n")),
                   "s.yaml:3: unit: wrong type, a map; expected a single value");
  ExpectStartsWith(Error(WithDesigns("  - unit: int_mac\n    operands:\n")),
                   "s.yaml:4: operands: wrong type, nothing; expected a single value");
  ExpectStartsWith(Error(WithDesigns("  - {unit: int_mac, operands: int8}\n") +
                         "workload: {distribution: normal,\n  length: many}\n"),
                   "s.yaml:6: length: wrong type, 'many'; expected an integer from 1");
  ExpectStartsWith(Error(WithDesigns("  - {unit: int_mac, operands: int8}\n") +
                         "workload: {distribution: normal, seed: -1}\n"),
                   "s.yaml:5: seed: wrong type, '-1'; expected an integer from 0");
}

TEST_F(SweepConfigTest, UnknownNames) {
  std::string error = Error(WithDesigns("  - unit: int_mak\n    operands: int8\n"));
  ExpectStartsWith(error, "s.yaml:3: unit: unknown unit 'int_mak'");
  ExpectContains(error, "kulisch_mac");
  ExpectContains(error, "did you mean 'int_mac'?");

  error = Error(WithDesigns("  - unit: fp_fma\n    operands:\n      - fp16\n      - fp8_e4m4\n"));
  ExpectStartsWith(error, "s.yaml:6: operands: unknown format 'fp8_e4m4'");
  ExpectContains(error, "did you mean 'fp8_e4m3'?");

  error = Error(WithDesigns("  - unit: fp_fma\n    operands: fp16\n    rounding: ties_to_evn\n"));
  ExpectStartsWith(error, "s.yaml:5: rounding: unknown rounding 'ties_to_evn'");
  ExpectContains(error, "did you mean 'ties_to_even'?");

  error = Error("title: x\ndesigns: [{unit: int_mac, operands: int8}]\ntechnologies:\n  - osu81\n");
  ExpectStartsWith(error, "s.yaml:4: technologies: unknown technology 'osu81'; the names are ");

  error = Error(WithDesigns("  - {unit: int_mac, operands: int8}\n") +
                "workload: {distribution: nromal}\n");
  ExpectStartsWith(error, "s.yaml:5: distribution: unknown name 'nromal'; the names are ");
  ExpectContains(error, "did you mean 'normal'?");
}

TEST_F(SweepConfigTest, ImpossibleDesigns) {
  ExpectStartsWith(
      Error(WithDesigns("  - unit: int_mac\n    operands: int8\n    accumulator: int8\n")),
      "s.yaml:5: accumulator: ");
  ExpectStartsWith(Error(WithDesigns("  - unit: int_mac\n    operands: fp16\n")),
                   "s.yaml:4: operands: ");
}

TEST_F(SweepConfigTest, DesignsGivenTwice) {
  const std::string one = "  - {unit: int_mac, operands: int8}\n";
  const std::string error = Error(WithDesigns(one + one));
  ExpectStartsWith(error, "s.yaml:4: designs: the design ");
  ExpectContains(error, "of line 4 is already in line 3");
  // Spelled differently, the same design.
  ExpectContains(Error(WithDesigns(one + "  - {unit: int_mac, operands: 'int8,int8'}\n")),
                 "is already in line 3");
  ExpectContains(Error(WithDesigns("  - {unit: int_mac, operands: [int8, int8]}\n")),
                 "is already in line 3");
}

TEST_F(SweepConfigTest, KeysGivenTwice) {
  ExpectStartsWith(Error("title: x\ntitle: y\n"), "s.yaml:2: title: given twice, first in line 1");
}

TEST_F(SweepConfigTest, EmptyThings) {
  ExpectStartsWith(Error(""), "s.yaml: ");
  ExpectStartsWith(Error("title: x\ndesigns: []\ntechnologies: [gates.yaml]\n"),
                   "s.yaml:2: designs: an empty list");
  ExpectStartsWith(Error(WithDesigns("  - {unit: int_mac, operands: []}\n")),
                   "s.yaml:3: operands: an empty list");
  ExpectStartsWith(Error(WithDesigns("  - {unit: '', operands: int8}\n")), "s.yaml:3: unit: empty");
}

TEST_F(SweepConfigTest, TooManyDesigns) {
  std::string axis = "[";
  for (int width = 2; width <= 32; ++width) axis += "int" + std::to_string(width) + ", ";
  std::string guards = "[";
  for (int guard = 0; guard < 400; ++guard) guards += "fixed+" + std::to_string(guard) + ", ";
  ExpectStartsWith(Error(WithDesigns("  - unit: int_mac\n    operands: " + axis +
                                     "]\n    accumulator: " + guards + "]\n")),
                   "s.yaml:5: accumulator: the axes span more than");
}

TEST_F(SweepConfigTest, BrokenYaml) {
  ExpectStartsWith(Error("title: x\ndesigns: [a, b\n"), "s.yaml:");
  ExpectContains(Error("title: x\ndesigns: [a, b\n"), "not valid YAML");
  ExpectStartsWith(Error("title: x\n  y: z\n"), "s.yaml:2: not valid YAML");
  ExpectContains(Error("title: x\n---\ntitle: y\n"), "holds 2 YAML documents; expected one");
}

TEST_F(SweepConfigTest, UnreadableFiles) {
  ExpectStartsWith(ErrorOf([&] { LoadSweep(folder_ / "none.yaml"); }),
                   "none.yaml: cannot be read: No such file");
  ExpectContains(ErrorOf([&] { LoadSweep(folder_); }), "is a folder; expected a YAML file");
}

TEST_F(SweepConfigTest, Baseline) {
  const std::string designs = WithDesigns(
      "  - {unit: int_mac, operands: [int8, int4], cuts: [0, 1]}\n"
      "  - {unit: fp_fma, operands: fp16}\n");
  EXPECT_EQ(Load(designs + "baseline: {operands: int4, cuts: 1}\n").baseline, 3u);
  EXPECT_EQ(Load(designs + "baseline: {unit: fp_fma}\n").baseline, 4u);
  EXPECT_EQ(Load(designs).baseline, std::nullopt);
  std::string error = Error(designs + "baseline: {operands: int8}\n");
  ExpectStartsWith(error, "s.yaml:6: baseline: matches 2 designs, expected one;");
  ExpectContains(error, "int8");
  error = Error(designs + "baseline: {operands: int16}\n");
  ExpectStartsWith(error, "s.yaml:6: baseline: matches no design; the designs are ");
  ExpectContains(error, "int4");
  ExpectStartsWith(Error(designs + "baseline: {operand: int8}\n"),
                   "s.yaml:6: operand: unknown key");
}

TEST_F(SweepConfigTest, TechnologiesGivenTwice) {
  ExpectStartsWith(Error("title: x\ndesigns: [{unit: int_mac, operands: int8}]\n"
                         "technologies: [gates.yaml, ./gates.yaml]\n"),
                   "s.yaml:3: technologies: the technology 'gates_only' is in the list already");
}

// Reports name designs by their short names, so that these must tell a sweep's designs apart too.
TEST_F(SweepConfigTest, EveryShippedSweepIsSound) {
  int sweeps = 0;
  int designs = 0;
  for (const auto& entry : std::filesystem::directory_iterator(
           std::filesystem::path(MACROSCOPE_SOURCE_DIR) / "configs" / "sweeps")) {
    if (entry.path().extension() != ".yaml") continue;
    SweepConfig config;
    std::string error = ErrorOf([&] { config = LoadSweep(entry.path()); });
    // A library that users bring themselves may be absent; all else must hold.
    if (error.find("environment variable MACROSCOPE_LIBERTY") != std::string::npos) {
      error = ErrorOf([&] { config = LoadSweep(entry.path(), std::vector<Technology>()); });
    }
    EXPECT_EQ(error, "");
    EXPECT_TRUE(config.baseline.has_value()) << entry.path();
    std::set<std::string> names;
    for (const SweepDesign& each : config.designs) {
      EXPECT_TRUE(names.insert(DisplayName(each.design)).second) << DisplayName(each.design);
      ++designs;
    }
    ++sweeps;
  }
  EXPECT_GT(sweeps, 0);
  EXPECT_GT(designs, sweeps);
  RecordProperty("designs", designs);
}

}  // namespace
}  // namespace macroscope
