// A sweep's workloads: what is read, and what each slip in them is answered with.
// Long for one file, but a row of messages, each beside its cause.
#include "sim/config/workload_keys.h"

#include "sim/config/sweep_config.h"
#include "tests/config/config_test_tools.h"

namespace macroscope {
namespace {

class WorkloadKeysTest : public ConfigTest {
 protected:
  WorkloadKeysTest() {
    Write("gates.yaml", "name: gates_only\nmodel: gates\n");
    Write("w.npy", "");
  }
  // `text` begins in line 4.
  std::vector<Workload> Load(const std::string& text) const {
    return LoadSweep(Write("s.yaml",
                           "title: A test\ndesigns: [{unit: int_mac, operands: int8}]\n"
                           "technologies: [gates.yaml]\n" +
                               text))
        .workloads;
  }
  Workload One(const std::string& map) const { return Load("workload: " + map + "\n").at(0); }
  std::string Error(const std::string& text) const {
    return ErrorOf([&] { Load(text); });
  }
  void ExpectError(const std::string& map, const std::string& message) const {
    ExpectStartsWith(Error("workload: " + map + "\n"), "s.yaml:4: " + message);
  }
};

TEST_F(WorkloadKeysTest, ReadsTheShortForm) {
  const Workload workload = One("{distribution: laplace, length: 100, seed: 7, dot_length: 16}");
  EXPECT_EQ(workload.name, "");
  EXPECT_EQ(workload.weights.distribution, "laplace");
  EXPECT_EQ(workload.activations.distribution, "laplace");
  EXPECT_EQ(workload.length, 100u);
  EXPECT_EQ(workload.seed, 7u);
  EXPECT_EQ(workload.dot_length, 16u);
}

TEST_F(WorkloadKeysTest, ZerosAreNeverCleared) {
  EXPECT_EQ(One("{distribution: zeros}").dot_length, 0u);
  EXPECT_EQ(One("{distribution: zeros, dot_length: 8}").dot_length, 8u);
}

TEST_F(WorkloadKeysTest, HasDefaults) {
  const std::vector<Workload> none = Load("");
  ASSERT_EQ(none.size(), 1u);
  for (const Workload& workload : {none[0], One("{distribution: normal}")}) {
    EXPECT_EQ(workload.weights.distribution, "normal");
    EXPECT_EQ(workload.length, 4096u);
    EXPECT_EQ(workload.seed, 1u);
    EXPECT_EQ(workload.dot_length, 32u);
    EXPECT_EQ(workload.activations.sparsity, 0);
    EXPECT_EQ(workload.activations.outliers.fraction, 0);
    EXPECT_EQ(workload.activations.scale.rule, ScaleRule::kAbsoluteMaximum);
    EXPECT_EQ(workload.activations.scale.block, 0u);
  }
}

TEST_F(WorkloadKeysTest, ReadsEveryOperandKey) {
  const Workload workload = One(
      "\n  weights: {distribution: student_t, degrees_of_freedom: 2.5, scale: {percentile: 99.9},"
      " block: 32}\n"
      "  activations: {distribution: lognormal, sigma: 0.5, outliers: {fraction: 0.001, scale: 16},"
      " sparsity: 0.5, scale: {fixed: 0.25}}\n");
  EXPECT_EQ(workload.weights.distribution, "student_t");
  EXPECT_EQ(workload.weights.degrees_of_freedom, 2.5);
  EXPECT_EQ(workload.weights.scale.rule, ScaleRule::kPercentile);
  EXPECT_EQ(workload.weights.scale.percentile, 99.9);
  EXPECT_EQ(workload.weights.scale.block, 32u);
  EXPECT_EQ(workload.activations.distribution, "lognormal");
  EXPECT_EQ(workload.activations.sigma, 0.5);
  EXPECT_EQ(workload.activations.outliers.fraction, 0.001);
  EXPECT_EQ(workload.activations.outliers.scale, 16);
  EXPECT_EQ(workload.activations.sparsity, 0.5);
  EXPECT_EQ(workload.activations.scale.rule, ScaleRule::kFixed);
  EXPECT_EQ(workload.activations.scale.value, 0.25);
  EXPECT_EQ(One("{distribution: normal, scale: mse}").weights.scale.rule,
            ScaleRule::kMeanSquareError);
  EXPECT_EQ(One("{distribution: normal, scale: absmax}").weights.scale.rule,
            ScaleRule::kAbsoluteMaximum);
  for (const char* name :
       {"normal", "laplace", "student_t", "uniform", "lognormal", "all_codes", "zeros"}) {
    EXPECT_EQ(One(std::string("{distribution: ") + name + "}").weights.distribution, name);
  }
}

TEST_F(WorkloadKeysTest, ReadsWhatBlocksTake) {
  const Workload plain = One("{distribution: normal}");
  EXPECT_EQ(plain.weights.scale_rule, BlockScaleRule::kFloor);
  EXPECT_TRUE(plain.weights.saturates);
  EXPECT_EQ(plain.weights.tensors.values, 0u);
  const std::pair<const char*, BlockScaleRule> rules[] = {{"floor", BlockScaleRule::kFloor},
                                                          {"ceil", BlockScaleRule::kCeil},
                                                          {"even", BlockScaleRule::kEven},
                                                          {"rceil", BlockScaleRule::kRceil}};
  for (const auto& [name, rule] : rules) {
    const Workload workload = One(
        std::string("\n  weights: {distribution: normal, saturate: false, scale_rule: ") + name +
        "}\n  activations: {distribution: normal, tensors: {values: 512, drift: 2.5}}\n");
    EXPECT_EQ(workload.weights.scale_rule, rule);
    EXPECT_FALSE(workload.weights.saturates);
    EXPECT_EQ(workload.activations.scale_rule, BlockScaleRule::kFloor);
    EXPECT_EQ(workload.activations.tensors.values, 512u);
    EXPECT_EQ(workload.activations.tensors.drift, 2.5);
  }
  ExpectError("{distribution: normal, scale_rule: nearest}",
              "scale_rule: unknown name 'nearest'; the names are floor, ceil, even, rceil");
  ExpectError("{distribution: normal, saturate: 1}", "saturate: wrong type");
  ExpectError("{distribution: normal, tensors: {drift: 1}}", "values: missing key");
  ExpectError("{distribution: normal, tensors: {values: 0}}", "values: 0 is out of range");
  ExpectError("{distribution: zeros, tensors: {values: 9}}", "tensors: zeros has no values");
}

TEST_F(WorkloadKeysTest, FindsTensorsBesideTheSweep) {
  const Workload workload =
      One("{weights: {tensor: w.npy}, activations: {distribution: normal, sparsity: 0.9}}");
  EXPECT_EQ(workload.weights.tensor, (folder_ / "w.npy").string());
  EXPECT_EQ(workload.activations.tensor, "");
  EXPECT_EQ(One("{tensor: " + (folder_ / "w.npy").string() + "}").activations.tensor,
            (folder_ / "w.npy").string());
}

TEST_F(WorkloadKeysTest, AllCodesWalkAllPairsUnlessALengthIsGiven) {
  EXPECT_EQ(One("{distribution: all_codes}").length, 0u);
  EXPECT_EQ(One("{distribution: all_codes, length: 5}").length, 5u);
}

TEST_F(WorkloadKeysTest, ReadsSeveral) {
  const std::vector<Workload> workloads = Load(
      "workloads:\n  - {name: plain, distribution: normal}\n"
      "  - {name: none, distribution: zeros, seed: 9}\n");
  ASSERT_EQ(workloads.size(), 2u);
  EXPECT_EQ(workloads[0].name, "plain");
  EXPECT_EQ(workloads[1].name, "none");
  EXPECT_EQ(workloads[1].seed, 9u);
}

TEST_F(WorkloadKeysTest, SeveralNeedNamesOfTheirOwn) {
  ExpectStartsWith(Error("workloads:\n  - {name: x, distribution: normal}\n"
                         "  - {name: x, distribution: zeros}\n"),
                   "s.yaml:6: name: the workload 'x' is in the list already; expected a name of "
                   "its own for each");
  ExpectStartsWith(Error("workloads:\n  - {distribution: normal}\n"),
                   "s.yaml:5: name: missing key");
  ExpectStartsWith(Error("workloads: []\n"), "s.yaml:4: workloads: an empty list");
  ExpectStartsWith(Error("workloads: {distribution: normal}\n"),
                   "s.yaml:4: workloads: wrong type, a map; expected a list");
  ExpectStartsWith(Error("workload: {distribution: normal}\nworkloads: [{name: x}]\n"),
                   "s.yaml:5: workloads: given beside workload; keep one of the two keys");
}

TEST_F(WorkloadKeysTest, UnknownKeysAndNames) {
  ExpectError("{distribution: normal, sparcity: 0.5}",
              "sparcity: unknown key; the keys here are name, length, seed, dot_length, weights, "
              "activations, distribution, degrees_of_freedom, sigma, tensor, outliers, sparsity, "
              "scale, block, scale_rule, saturate, tensors; did you mean 'sparsity'?");
  ExpectError("{weights: {distribution: normal, seed: 1}, activations: {distribution: normal}}",
              "seed: unknown key; the keys here are distribution, ");
  ExpectError("{distribution: codes}",
              "distribution: unknown name 'codes'; the names are normal, laplace, student_t, "
              "uniform, lognormal, all_codes, zeros");
  ExpectError("{distribution: normal, outliers: {share: 1}}", "share: unknown key; ");
  ExpectError("{distribution: normal, scale: {percentil: 1}}",
              "percentil: unknown key; the keys here are percentile, fixed; did you mean "
              "'percentile'?");
  ExpectError("{distribution: normal, scale: absmx}",
              "scale: unknown name 'absmx'; the names are absmax, mse, {percentile: P}, "
              "{fixed: F}; did you mean 'absmax'?");
}

TEST_F(WorkloadKeysTest, MissingKeys) {
  ExpectError("{seed: 1}", "distribution: missing key; expected a distribution, or a tensor, here");
  ExpectError("{weights: {distribution: normal}}", "activations: missing key");
  ExpectError("{activations: {distribution: normal}}", "weights: missing key");
  ExpectError("{weights: {sparsity: 0.5}, activations: {distribution: normal}}",
              "distribution: missing key");
  ExpectError("{distribution: normal, outliers: {fraction: 0.5}}", "scale: missing key");
  ExpectError("{distribution: normal, scale: {}}",
              "scale: expected either a percentile or a fixed scale");
}

TEST_F(WorkloadKeysTest, NumbersOutOfRange) {
  ExpectError("{distribution: normal, length: 0}",
              "length: 0 is out of range; expected an integer from 1 to 100000000");
  ExpectError("{distribution: normal, dot_length: -1}", "dot_length: -1 is out of range");
  ExpectError("{distribution: normal, seed: -1}", "seed: wrong type, '-1'");
  ExpectError("{distribution: normal, sparsity: 1.5}",
              "sparsity: 1.5 is out of range; expected a number from 0 to 1");
  ExpectError("{distribution: normal, sparsity: .nan}", "sparsity: wrong type, '.nan'");
  ExpectError("{distribution: normal, sparsity: nan}", "sparsity: nan is out of range");
  ExpectError("{distribution: normal, outliers: {fraction: -0.1, scale: 2}}",
              "fraction: -0.1 is out of range; expected a number from 0 to 1");
  ExpectError("{distribution: normal, outliers: {fraction: 0.1, scale: 0}}",
              "scale: 0 is out of range; expected a number from 1e-30 to 1e+30");
  ExpectError("{distribution: normal, scale: {percentile: 101}}",
              "percentile: 101 is out of range; expected a number from 0 to 100");
  ExpectError("{distribution: normal, scale: {fixed: 0}}", "fixed: 0 is out of range");
  ExpectError("{distribution: normal, block: 0}", "block: 0 is out of range");
  ExpectError("{distribution: student_t, degrees_of_freedom: 0.5}",
              "degrees_of_freedom: 0.5 is out of range; expected a number from 1 to 1000000");
  ExpectError("{distribution: lognormal, sigma: 17}",
              "sigma: 17 is out of range; expected a number from 0 to 16");
}

TEST_F(WorkloadKeysTest, KeysThatExcludeEachOther) {
  ExpectError("{distribution: normal, tensor: w.npy}",
              "tensor: values come from a distribution or from a tensor; keep one of them");
  ExpectError("{scale: mse, weights: {distribution: zeros}, activations: {distribution: zeros}}",
              "scale: given beside weights and activations; expected inside each of the two");
  ExpectError("{distribution: normal, scale: {percentile: 99, fixed: 1}}",
              "scale: expected either a percentile or a fixed scale");
  ExpectError("{distribution: normal, scale: '{fixed: F}'}", "scale: '{fixed: F}' is text;");
  ExpectError("{weights: {distribution: all_codes}, activations: {distribution: normal}}",
              "activations: all_codes walks pairs of codes; expected it for weights and "
              "activations, or neither");
  ExpectError("{weights: {tensor: w.npy}, activations: {distribution: all_codes}}",
              "weights: all_codes walks pairs of codes;");
}

TEST_F(WorkloadKeysTest, KeysWithoutEffect) {
  ExpectError("{distribution: normal, degrees_of_freedom: 3}",
              "degrees_of_freedom: only student_t has it, not normal; leave it out");
  ExpectError("{distribution: laplace, sigma: 1}",
              "sigma: only lognormal has it, not laplace; leave it out");
  ExpectError("{tensor: w.npy, sigma: 1}", "sigma: only lognormal has it, not a tensor");
  ExpectError("{distribution: all_codes, sparsity: 0.5}",
              "sparsity: all_codes has no values that it could change; leave it out");
  ExpectError("{distribution: zeros, scale: mse}",
              "scale: zeros has no values that it could change; leave it out");
  ExpectError("{distribution: normal, scale: {fixed: 1}, block: 32}",
              "block: a fixed scale is one for all; leave it out");
}

TEST_F(WorkloadKeysTest, TensorsThatAreNotThere) {
  ExpectError("{tensor: v.npy}",
              "tensor: 'v.npy' cannot be read; expected an .npy file, its path relative to this "
              "file or absolute");
  ExpectError("{tensor: .}", "tensor: ");
}

}  // namespace
}  // namespace macroscope
