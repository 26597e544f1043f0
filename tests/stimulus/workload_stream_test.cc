// Operand streams as the energy model gets them.
#include "sim/stimulus/workload_stream.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "models/formats/decode.h"
#include "sim/base/build_error.h"
#include "sim/stimulus/scaling.h"
#include "tests/base/temporary_folder.h"
#include "tests/stimulus/stimulus_test_tools.h"

namespace macroscope {
namespace {

Workload Of(const std::string& distribution, std::uint64_t length = 4096) {
  Workload workload;
  workload.weights.distribution = workload.activations.distribution = distribution;
  workload.length = length;
  return workload;
}

OperandStream Make(const Workload& workload, const std::string& a, const std::string& b) {
  const Catalogue catalogue;
  return MakeOperands(workload, catalogue.Find(a), catalogue.Find(b));
}

TEST(WorkloadStream, HoldsOnlyNumbersOfEveryFormat) {
  std::uint64_t checked = 0;
  const Catalogue catalogue;
  for (const Format& format : catalogue.formats()) {
    for (const char* distribution : {"normal", "student_t", "lognormal", "zeros"}) {
      for (const ScaleRule rule : {ScaleRule::kAbsoluteMaximum, ScaleRule::kPercentile,
                                   ScaleRule::kMeanSquareError, ScaleRule::kFixed}) {
        Workload workload = Of(distribution, 300);
        for (Operand* operand : {&workload.weights, &workload.activations}) {
          operand->scale = {.rule = rule, .percentile = 90, .value = 1e-30, .block = 0};
        }
        const OperandStream stream = MakeOperands(workload, format, format);
        for (const std::uint64_t code : stream.a) {
          ASSERT_TRUE(Decode(format, code).is_finite()) << format.name << " " << distribution;
          ASSERT_LE(code, format.code_mask());
          ++checked;
        }
      }
    }
  }
  EXPECT_GT(checked, 50'000u);
}

TEST(WorkloadStream, WeightsAreNotActivations) {
  const OperandStream same = Make(Of("normal"), "int8", "int8");
  EXPECT_NE(same.a, same.b);
  Workload workload = Of("zeros");
  workload.activations.distribution = "normal";
  const OperandStream stream = Make(workload, "int8", "int8");
  EXPECT_EQ(stream.a, std::vector<std::uint64_t>(4096));
  EXPECT_EQ(stream.b, same.b);
  EXPECT_EQ(stream.facts.a.zero_fraction, 1);
  EXPECT_LT(stream.facts.b.zero_fraction, 0.1);
}

TEST(WorkloadStream, ZerosAreZeroInEveryFormat) {
  for (const char* name : {"int8", "uint8", "fp8_e4m3", "fp16"}) {
    const OperandStream stream = Make(Of("zeros", 100), name, name);
    EXPECT_EQ(stream.a, std::vector<std::uint64_t>(100));
    EXPECT_EQ(stream.facts.b.signal_to_noise_db, std::nullopt);
  }
}

TEST(WorkloadStream, SaysWhatItDid) {
  Workload workload = Of("normal", 100'000);
  workload.weights.sparsity = 0.5;
  workload.activations.scale = {.rule = ScaleRule::kFixed, .value = 0.25};
  const OperandStream stream = Make(workload, "fp16", "int8");
  EXPECT_NEAR(stream.facts.a.zero_fraction, 0.5, 0.0064);  // 4 standard deviations
  EXPECT_EQ(stream.facts.b.least_scale, 0.25);
  EXPECT_EQ(stream.facts.b.greatest_scale, 0.25);
  // Rounding to steps of 0.25 standard deviations: noise 0.25^2 / 12; 3 % is 0.13 dB.
  EXPECT_NEAR(stream.facts.b.signal_to_noise_db.value(), 10 * std::log10(12 / 0.0625), 0.13);
  // Zero is where |x| < 0.125: 9.95 %.
  EXPECT_NEAR(stream.facts.b.zero_fraction, 0.0995, 0.004);
}

TEST(WorkloadStream, TakesNegativeValuesIntoUnsignedFormatsAsZero) {
  const OperandStream stream = Make(Of("normal", 100'000), "uint8", "int8");
  EXPECT_GT(stream.facts.a.zero_fraction, 0.5);
  EXPECT_LT(stream.facts.a.zero_fraction, 0.53);
  EXPECT_EQ(*std::max_element(stream.a.begin(), stream.a.end()), 255u);
}

TEST(WorkloadStream, BlocksHaveScalesOfTheirOwn) {
  Workload workload = Of("normal", 100);
  workload.weights.scale.block = workload.activations.scale.block = 32;
  const OperandStream stream = Make(workload, "int8", "int8");
  EXPECT_LT(stream.facts.a.least_scale, stream.facts.a.greatest_scale);
  for (std::size_t begin = 0; begin < 100; begin += 32) {  // The last block has 4 values.
    const auto first = stream.a.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last =
        stream.a.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(begin + 32, 100));
    EXPECT_EQ(std::count_if(first, last, [](auto code) { return code == 127 || code == 0x81; }), 1);
  }
}

TEST(WorkloadStream, BlocksLeaveNoValueOut) {
  Workload workload = Of("normal", 100);
  workload.weights.scale = {.rule = ScaleRule::kFixed, .value = 0.03};
  const std::vector<std::uint64_t> whole = Make(workload, "int8", "int8").a;
  for (const std::uint64_t block : {1, 7, 50, 99, 100, 101}) {
    workload.weights.scale.block = block;
    EXPECT_EQ(Make(workload, "int8", "int8").a, whole) << block;
  }
}

TEST(WorkloadStream, LengthsOfAllCodes) {
  EXPECT_EQ(Make(Of("all_codes", 0), "int8", "fp8_e4m3").a.size(), 65536u);
  EXPECT_EQ(Make(Of("all_codes", 0), "int10", "int10").a.size(), 1u << 20);
  EXPECT_EQ(Make(Of("all_codes", 0), "int11", "int10").a.size(), 4096u);
  EXPECT_EQ(Make(Of("all_codes", 100), "int4", "int4").a.size(), 100u);
  EXPECT_EQ(Make(Of("all_codes", 1000), "int4", "int4").a.size(), 1000u);
  EXPECT_EQ(Make(Of("all_codes", 0), "fp8_e4m3", "int8").facts.a.zero_fraction, 2 / 256.0);
  EXPECT_EQ(Make(Of("all_codes", 0), "fp8_e4m3", "int8").facts.a.least_scale, std::nullopt);
}

TEST(WorkloadStream, DesignsWithFloatingAccumulatorsKeepTheirSums) {
  for (const char* operands : {"fp8_e4m3", "fp8_e5m2"}) {
    const Design design = MakeDesign("fp_fma", operands, "fp16");
    const OperandStream stream = MakeOperands(Of("normal"), design);
    double sum = 0, most = 0;
    for (std::size_t i = 0; i < stream.a.size(); ++i) {
      sum += ValueOf(design.a, stream.a[i]) * ValueOf(design.b, stream.b[i]);
      most = std::max(most, std::fabs(sum));
    }
    EXPECT_LT(most, 65504) << operands;
    EXPECT_GT(most, 65504.0 / 1000) << operands;
  }
}

TEST(WorkloadStream, TensorsStartAgain) {
  const TemporaryFolder folder;
  Workload workload = Of("normal", 8);
  workload.weights.tensor = folder.path() / "w.npy";
  workload.activations.tensor = folder.path() / "x.npy";
  WriteTensor(workload.weights.tensor, {1, -2, 127});
  WriteTensor(workload.activations.tensor, {0, 1, 2, 3, 4, 5, 6, 7, 8, 127});
  const OperandStream stream = Make(workload, "int8", "int8");
  EXPECT_EQ(stream.a, (std::vector<std::uint64_t>{1, 0xfe, 127, 1, 0xfe, 127, 1, 0xfe}));
  // The scale is the whole tensor's, whether or not its largest value is used.
  EXPECT_EQ(stream.b, (std::vector<std::uint64_t>{0, 1, 2, 3, 4, 5, 6, 7}));
  EXPECT_EQ(stream.facts.b.zero_fraction, 0.125);
  EXPECT_NO_THROW(CheckTensors(workload));
  WriteTensor(workload.activations.tensor, {});
  EXPECT_THROW(CheckTensors(workload), BuildError);
  EXPECT_THROW(Make(workload, "int8", "int8"), BuildError);
}

TEST(WorkloadStream, RefusesFormatsBeyondDoubles) {
  Format tiny = Catalogue().Find("fp8_e4m3");
  tiny.name = "tiny";
  tiny.bias = 4096;
  try {
    MakeOperands(Of("normal"), tiny, tiny);
    FAIL();
  } catch (const BuildError& error) {
    EXPECT_STREQ(error.what(),
                 "the format tiny has no value within the range of doubles; workloads need one "
                 "that has");
  }
}

}  // namespace
}  // namespace macroscope
