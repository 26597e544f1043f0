#include "sim/stimulus/workload_stream.h"

#include <algorithm>
#include <span>

#include "models/formats/decode.h"
#include "models/reference/quantize.h"
#include "sim/base/build_error.h"
#include "sim/stimulus/all_codes.h"
#include "sim/stimulus/distribution.h"
#include "sim/stimulus/full_scale.h"
#include "sim/stimulus/npy.h"
#include "sim/stimulus/random.h"
#include "sim/stimulus/reproducible_math.h"
#include "sim/stimulus/scaling.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kDefaultLength = 4096;
constexpr double kLeastFullScale = 0x1p-900;
constexpr double kLn10 = 0x1.26bb1bbb55516p+1;

struct OneOperand {
  std::vector<std::uint64_t> codes;
  OperandFacts facts;
};

double ZeroFraction(const Format& format, const std::vector<std::uint64_t>& codes) {
  const auto zeros = std::count_if(codes.begin(), codes.end(), [&](std::uint64_t code) {
    return Decode(format, code).number_class == NumberClass::kZero;
  });
  return static_cast<double>(zeros) / static_cast<double>(codes.size());
}

std::vector<double> ReadOrDraw(const Operand& operand, const Format& format, std::uint64_t length,
                               std::uint64_t seed) {
  std::vector<double> values;
  if (operand.tensor.empty()) {
    values = DrawValues(operand, length, seed);
  } else {
    const std::vector<float> tensor = ReadNpy(operand.tensor);
    values.assign(tensor.begin(), tensor.end());
  }
  AddOutliersAndZeros(operand, seed, values);
  if (!format.is_signed()) {
    for (double& value : values) value = std::max(value, 0.0);
  }
  return values;
}

OneOperand MakeOperand(const Operand& operand, const Format& format, double full_scale,
                       std::uint64_t length, std::uint64_t seed) {
  if (full_scale < kLeastFullScale) {
    throw BuildError("the format " + format.name +
                     " has no value within the range of doubles; workloads need one that has");
  }
  const std::vector<double> values = ReadOrDraw(operand, format, length, seed);
  const NearestValue nearest(format);
  const std::size_t block = operand.scale.block == 0
                                ? values.size()
                                : std::min<std::size_t>(operand.scale.block, values.size());
  OneOperand made;
  double signal = 0;
  double noise = 0;
  for (std::size_t begin = 0; begin < std::min(values.size(), length); begin += block) {
    const auto share = std::span(values).subspan(begin, std::min(block, values.size() - begin));
    const double scale = ChooseScale(operand.scale, share, nearest, full_scale);
    OperandFacts& facts = made.facts;
    facts.least_scale = std::min(facts.least_scale.value_or(scale), scale);
    facts.greatest_scale = std::max(facts.greatest_scale.value_or(scale), scale);
    for (const double value : share.first(std::min(share.size(), length - begin))) {
      const std::uint64_t code =
          Quantize(value / scale, format, Rounding::kTiesToEven, Overflow::kSaturate).code;
      const double error = value - scale * ValueOf(format, code);
      signal += value * value;
      noise += error * error;
      made.codes.push_back(code);
    }
  }
  const std::size_t period = made.codes.size();
  made.codes.resize(length);
  for (std::size_t i = period; i < length; ++i) made.codes[i] = made.codes[i - period];
  made.facts.zero_fraction = ZeroFraction(format, made.codes);
  if (signal > 0 && noise > 0) {
    made.facts.signal_to_noise_db = 10 / kLn10 * (ReproducibleLog(signal) - ReproducibleLog(noise));
  }
  return made;
}

bool WalksAllCodes(const Workload& workload) {
  return workload.weights.distribution == "all_codes" && workload.weights.tensor.empty();
}

OperandStream WalkAllCodes(const Workload& workload, const Format& a, const Format& b) {
  const AllCodes walk(a, b, workload.seed);
  std::uint64_t length = workload.length;
  if (length == 0) {
    const bool is_small = a.width_bits() + b.width_bits() <= kMostAllPairsBits;
    length = is_small ? walk.pairs() : kDefaultLength;
  }
  OperandStream stream;
  stream.count = length;
  for (std::uint64_t i = 0; i < length; ++i) {
    const AllCodes::Pair pair = walk.At(i);
    stream.a.push_back(pair.a);
    stream.b.push_back(pair.b);
  }
  stream.facts.a.zero_fraction = ZeroFraction(a, stream.a);
  stream.facts.b.zero_fraction = ZeroFraction(b, stream.b);
  return stream;
}

OperandStream Make(const Workload& workload, const Format& a, const Format& b,
                   const FullScales& full_scales) {
  if (WalksAllCodes(workload)) return WalkAllCodes(workload, a, b);
  Random seeds(workload.seed);
  const std::uint64_t a_seed = seeds.Next();
  const std::uint64_t b_seed = seeds.Next();
  OneOperand weights = MakeOperand(workload.weights, a, full_scales.a, workload.length, a_seed);
  OneOperand activations =
      MakeOperand(workload.activations, b, full_scales.b, workload.length, b_seed);
  return {workload.length,
          std::move(weights.codes),
          std::move(activations.codes),
          {weights.facts, activations.facts}};
}

}  // namespace

OperandStream MakeOperands(const Workload& workload, const Format& a, const Format& b) {
  return Make(workload, a, b, GreatestValues(a, b));
}

OperandStream MakeOperands(const Workload& workload, const Design& design) {
  const std::uint64_t products =
      workload.dot_length == 0 ? std::max<std::uint64_t>(workload.length, 1) : workload.dot_length;
  // A unit without b is given codes of a's format that nobody looks at.
  const Format& b = HasB(design) ? design.b : design.a;
  return Make(workload, design.a, b, FullScalesFor(design, products));
}

void CheckTensors(const Workload& workload) {
  for (const Operand* operand : {&workload.weights, &workload.activations}) {
    if (!operand->tensor.empty()) ReadNpy(operand->tensor);
  }
}

}  // namespace macroscope
