#include "sim/config/operand_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

#include "models/design/design.h"

namespace macroscope {
namespace {

// Within these no value drawn leaves the range of doubles, however it is scaled.
constexpr double kMostFreedom = 1e6;
constexpr double kMostSigma = 16;
constexpr double kLeastFactor = 1e-30;
constexpr double kMostFactor = 1e30;

constexpr std::int64_t kMostBlock = 1'000'000'000;
constexpr double kMostDrift = 64;

const std::vector<std::string>& DistributionNames() {
  static const std::vector<std::string> names = {"normal",    "laplace",   "student_t", "uniform",
                                                 "lognormal", "all_codes", "zeros"};
  return names;
}

std::string ReadTensor(const StrictNode& node, const std::filesystem::path& folder) {
  const std::filesystem::path path =
      std::filesystem::absolute(folder / node.Text()).lexically_normal();
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(path, ignored) || !std::ifstream(path)) {
    node.Fail(fmt::format(
        "'{}' cannot be read; expected an .npy file, its path relative to this file or absolute",
        path.string()));
  }
  return path.string();
}

Outliers ReadOutliers(const StrictNode& node) {
  const StrictMap map = node.Map({"fraction", "scale"});
  return {map.At("fraction").Number(0, 1), map.At("scale").Number(kLeastFactor, kMostFactor)};
}

Scale ReadScale(const StrictNode& node) {
  Scale scale;
  if (!node.is_map()) {
    const std::string rule = node.OneOf({"absmax", "mse", "{percentile: P}", "{fixed: F}"});
    if (rule[0] == '{') node.Fail("'" + rule + "' is text; expected it without the quotes");
    if (rule == "mse") scale.rule = ScaleRule::kMeanSquareError;
    return scale;
  }
  const StrictMap map = node.Map({"percentile", "fixed"});
  if (map.entries().size() != 1) node.Fail("expected either a percentile or a fixed scale");
  if (const auto* percentile = map.Find("percentile")) {
    scale.rule = ScaleRule::kPercentile;
    scale.percentile = percentile->Number(0, 100);
  } else {
    scale.rule = ScaleRule::kFixed;
    scale.value = map.At("fixed").Number(kLeastFactor, kMostFactor);
  }
  return scale;
}

BlockScaleRule ReadScaleRule(const StrictNode& node) {
  const std::vector<std::string>& names = BlockScaleRuleNames();
  const auto place = std::find(names.begin(), names.end(), node.OneOf(names));
  return static_cast<BlockScaleRule>(place - names.begin());
}

TensorCut ReadTensors(const StrictNode& node) {
  const StrictMap map = node.Map({"values", "drift"});
  TensorCut cut;
  cut.values = static_cast<std::uint64_t>(map.At("values").Integer(1, kMostBlock));
  if (const auto* drift = map.Find("drift")) cut.drift = drift->Number(0, kMostDrift);
  return cut;
}

// Keys that would change nothing are mistakes.
void RefuseKeysWithoutEffect(const StrictMap& map, const Operand& operand) {
  const std::string name = operand.tensor.empty() ? operand.distribution : "a tensor";
  const auto refuse = [&](const char* key, const std::string& message) {
    if (const auto* node = map.Find(key)) node->Fail(message + "; leave it out");
  };
  if (name != "student_t") refuse("degrees_of_freedom", "only student_t has it, not " + name);
  if (name != "lognormal") refuse("sigma", "only lognormal has it, not " + name);
  if (name == "all_codes" || name == "zeros") {
    for (const char* key :
         {"outliers", "sparsity", "scale", "block", "scale_rule", "saturate", "tensors"}) {
      refuse(key, name + " has no values that it could change");
    }
  }
  if (operand.scale.rule == ScaleRule::kFixed) refuse("block", "a fixed scale is one for all");
}

}  // namespace

const std::vector<std::string>& OperandKeys() {
  static const std::vector<std::string> keys = {
      "distribution", "degrees_of_freedom", "sigma",    "tensor", "outliers", "sparsity", "scale",
      "block",        "scale_rule",         "saturate", "tensors"};
  return keys;
}

Operand ReadOperand(const StrictMap& map, const std::filesystem::path& folder) {
  Operand operand;
  const StrictNode* distribution = map.Find("distribution");
  const StrictNode* tensor = map.Find("tensor");
  if (distribution == nullptr && tensor == nullptr) {
    throw ConfigError({map.where().file, map.where().line, "distribution"},
                      "missing key; expected a distribution, or a tensor, here");
  }
  if (distribution != nullptr && tensor != nullptr) {
    tensor->Fail("values come from a distribution or from a tensor; keep one of them");
  }
  if (distribution != nullptr) operand.distribution = distribution->OneOf(DistributionNames());
  if (tensor != nullptr) operand.tensor = ReadTensor(*tensor, folder);
  if (const auto* node = map.Find("degrees_of_freedom")) {
    operand.degrees_of_freedom = node->Number(1, kMostFreedom);
  }
  if (const auto* node = map.Find("sigma")) operand.sigma = node->Number(0, kMostSigma);
  if (const auto* node = map.Find("outliers")) operand.outliers = ReadOutliers(*node);
  if (const auto* node = map.Find("sparsity")) operand.sparsity = node->Number(0, 1);
  if (const auto* node = map.Find("scale")) operand.scale = ReadScale(*node);
  if (const auto* node = map.Find("block")) {
    operand.scale.block = static_cast<std::uint64_t>(node->Integer(1, kMostBlock));
  }
  if (const auto* node = map.Find("scale_rule")) operand.scale_rule = ReadScaleRule(*node);
  if (const auto* node = map.Find("saturate")) operand.saturates = node->Flag();
  if (const auto* node = map.Find("tensors")) operand.tensors = ReadTensors(*node);
  RefuseKeysWithoutEffect(map, operand);
  return operand;
}

}  // namespace macroscope
