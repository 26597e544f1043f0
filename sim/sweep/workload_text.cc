#include "sim/sweep/workload_text.h"

#include <fmt/format.h>

#include <filesystem>

#include "models/design/design.h"

namespace macroscope {
namespace {

std::string ScaleText(const Scale& scale) {
  std::string text;
  switch (scale.rule) {
    case ScaleRule::kAbsoluteMaximum:
      text = "absmax";
      break;
    case ScaleRule::kPercentile:
      text = fmt::format("percentile {}", scale.percentile);
      break;
    case ScaleRule::kMeanSquareError:
      text = "mse";
      break;
    case ScaleRule::kFixed:
      text = fmt::format("fixed {}", scale.value);
      break;
  }
  if (scale.block > 0) text += fmt::format(" per block of {}", scale.block);
  return text;
}

std::string OperandText(const Operand& operand) {
  std::string text = operand.distribution;
  if (!operand.tensor.empty()) text = std::filesystem::path(operand.tensor).filename().string();
  const bool is_drawn = operand.tensor.empty();
  if (is_drawn && operand.distribution == "student_t") {
    text += fmt::format(" with {} degrees of freedom", operand.degrees_of_freedom);
  }
  if (is_drawn && operand.distribution == "lognormal") {
    text += fmt::format(" of sigma {}", operand.sigma);
  }
  if (operand.outliers.fraction > 0) {
    text += fmt::format(", {:g} % of it times {}", 100 * operand.outliers.fraction,
                        operand.outliers.scale);
  }
  if (operand.sparsity > 0) text += fmt::format(", {:g} % zeros", 100 * operand.sparsity);
  const bool has_scale =
      !is_drawn || (operand.distribution != "all_codes" && operand.distribution != "zeros");
  if (has_scale) text += ", scale " + ScaleText(operand.scale);
  if (operand.scale_rule != BlockScaleRule::kFloor) {
    text += fmt::format(", blocks by {}", Name(operand.scale_rule));
  }
  if (!operand.saturates) text += ", not saturated";
  const TensorCut& tensors = operand.tensors;
  if (tensors.values > 0) text += fmt::format(", tensors of {}", tensors.values);
  if (tensors.drift > 0) text += fmt::format(" that drift by 2^{:g}", tensors.drift);
  return text;
}

}  // namespace

std::string WorkloadText(const Workload& workload) {
  const std::string a = OperandText(workload.weights);
  const std::string b = OperandText(workload.activations);
  std::string text = a == b ? "a, b " + a : "a " + a + "; b " + b;
  text += workload.length == 0 ? std::string("; every pair of codes once")
                               : fmt::format("; {} operations", workload.length);
  text += workload.dot_length == 0 ? std::string(", one sum")
                                   : fmt::format(", dot products of {}", workload.dot_length);
  return text + fmt::format(", seed {}", workload.seed);
}

}  // namespace macroscope
