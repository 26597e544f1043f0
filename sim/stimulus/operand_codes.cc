#include "sim/stimulus/operand_codes.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <span>

#include "models/formats/class_of.h"
#include "models/reference/codebook_quantize.h"
#include "models/reference/double_base_quantize.h"
#include "models/reference/quantize.h"
#include "sim/base/build_error.h"
#include "sim/stimulus/distribution.h"
#include "sim/stimulus/log_codes.h"
#include "sim/stimulus/npy.h"
#include "sim/stimulus/reproducible_math.h"
#include "sim/stimulus/scaling.h"

namespace macroscope {
namespace {

constexpr double kLeastFullScale = 0x1p-900;
constexpr double kLn2 = 0x1.62e42fefa39efp-1;

void AddDrift(const TensorCut& tensors, std::vector<double>& values) {
  constexpr std::size_t kRise = 32;  // Tensors until magnitudes turn.
  if (tensors.values == 0 || tensors.drift == 0) return;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const std::size_t phase = i / tensors.values % (2 * kRise);
    const std::size_t steps = phase < kRise ? phase : 2 * kRise - phase;
    values[i] *= ReproducibleExp(kLn2 * tensors.drift * static_cast<double>(steps) / kRise);
  }
}

// What rounds a number to the format, ties to even or as its family has them.
std::function<std::uint64_t(double)> NearestCodeOf(const Format& format) {
  if (format.is_double_base()) {
    return [codes = DoubleBaseCodes(format)](double value) { return codes.Nearest(value); };
  }
  if (format.holds_logarithms()) {
    return [codes = LogCodes(format)](double value) { return codes.Nearest(value); };
  }
  if (format.is_codebook()) {
    return [format](double value) { return NearestCode(format, static_cast<float>(value)); };
  }
  return [format](double value) {
    return Quantize(value, format, Rounding::kTiesToEven, Overflow::kSaturate).code;
  };
}

}  // namespace

double ZeroFraction(const Format& format, const std::vector<std::uint64_t>& codes) {
  const auto zeros = std::count_if(codes.begin(), codes.end(), [&](std::uint64_t code) {
    return ClassOf(format, code) == NumberClass::kZero;
  });
  return static_cast<double>(zeros) / static_cast<double>(codes.size());
}

std::vector<double> ReadOrDraw(const Operand& operand, const Format& format, std::uint64_t count,
                               std::uint64_t seed) {
  std::vector<double> values;
  if (operand.tensor.empty()) {
    values = DrawValues(operand, count, seed);
  } else {
    const std::vector<float> tensor = ReadNpy(operand.tensor);
    values.assign(tensor.begin(), tensor.end());
  }
  AddOutliersAndZeros(operand, seed, values);
  AddDrift(operand.tensors, values);
  if (!format.is_signed()) {
    for (double& value : values) value = std::max(value, 0.0);
  }
  return values;
}

OperandCodeStream MakeOperandCodes(const Operand& operand, const Format& format, double full_scale,
                                   std::uint64_t length, std::uint64_t seed) {
  if (full_scale < kLeastFullScale) {
    throw BuildError("the format " + format.name +
                     " has no value within the range of doubles; workloads need one that has");
  }
  const std::vector<double> values = ReadOrDraw(operand, format, length, seed);
  const NearestValue nearest(format);
  const auto nearest_code = NearestCodeOf(format);
  const std::size_t block = operand.scale.block == 0
                                ? values.size()
                                : std::min<std::size_t>(operand.scale.block, values.size());
  OperandCodeStream made;
  Quantisation quantisation;
  for (std::size_t begin = 0; begin < std::min(values.size(), length); begin += block) {
    const auto share = std::span(values).subspan(begin, std::min(block, values.size() - begin));
    const double scale = ChooseScale(operand.scale, share, nearest, full_scale);
    quantisation.AddScale(scale);
    for (const double value : share.first(std::min(share.size(), length - begin))) {
      const std::uint64_t code = nearest_code(value / scale);
      quantisation.Add(value, scale * ValueOf(format, code));
      made.codes.push_back(code);
    }
  }
  const std::size_t period = made.codes.size();
  made.codes.resize(length);
  for (std::size_t i = period; i < length; ++i) made.codes[i] = made.codes[i - period];
  made.facts = quantisation.facts();
  made.facts.zero_fraction = ZeroFraction(format, made.codes);
  return made;
}

}  // namespace macroscope
