#include "sim/stimulus/workload_stream.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "sim/base/build_error.h"
#include "sim/stimulus/all_codes.h"
#include "sim/stimulus/full_scale.h"
#include "sim/stimulus/lane_words.h"
#include "sim/stimulus/npy.h"
#include "sim/stimulus/operand_codes.h"
#include "sim/stimulus/quire_words.h"
#include "sim/stimulus/random.h"

namespace macroscope {
namespace {

constexpr std::uint64_t kDefaultLength = 4096;
constexpr std::uint64_t kMostValues = 100'000'000;  // Of one operand.

// Of the two operands, from the workload's own.
struct Seeds {
  explicit Seeds(const Workload& workload) {
    Random random(workload.seed);
    a = random.Next();
    b = random.Next();
  }
  std::uint64_t a;
  std::uint64_t b;
};

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

// Every lane walks on from where the one before it is.
OperandStream WalkAllCodes(Workload workload, const DotProduct& dot) {
  const auto lanes = static_cast<std::uint64_t>(dot.lanes);
  workload.length *= lanes;
  OperandStream stream = WalkAllCodes(workload, dot.a.block.element, dot.b.block.element);
  const std::uint64_t operations = (stream.count + lanes - 1) / lanes;
  stream.a.resize(operations * lanes);  // The last one's other lanes are zero.
  stream.b.resize(operations * lanes);
  return {operations, WordsOfElements(dot.a, stream.a), WordsOfElements(dot.b, stream.b),
          stream.facts};
}

OperandStream Make(const Workload& workload, const DotProduct& dot, const FullScales& full_scales) {
  const auto lanes = static_cast<std::uint64_t>(dot.lanes);
  if (workload.length > kMostValues / lanes) {
    throw BuildError(fmt::format("a workload of {} operations of {} lanes; at most {} values fit",
                                 workload.length, lanes, kMostValues));
  }
  if (WalksAllCodes(workload)) return WalkAllCodes(workload, dot);
  const Seeds seeds(workload);
  OperandCodeStream weights =
      MakeLaneWords(workload.weights, dot.a, full_scales.a, workload.length, seeds.a);
  OperandCodeStream activations =
      MakeLaneWords(workload.activations, dot.b, full_scales.b, workload.length, seeds.b);
  return {workload.length,
          std::move(weights.codes),
          std::move(activations.codes),
          {weights.facts, activations.facts}};
}

OperandStream Make(const Workload& workload, const Format& a, const Format& b,
                   const FullScales& full_scales) {
  if (WalksAllCodes(workload)) return WalkAllCodes(workload, a, b);
  const Seeds seeds(workload);
  OperandCodeStream weights =
      MakeOperandCodes(workload.weights, a, full_scales.a, workload.length, seeds.a);
  OperandCodeStream activations =
      MakeOperandCodes(workload.activations, b, full_scales.b, workload.length, seeds.b);
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
  const std::uint64_t operations =
      workload.dot_length == 0 ? std::max<std::uint64_t>(workload.length, 1) : workload.dot_length;
  const bool has_lanes = design.dot.lanes > 0;
  const std::uint64_t products =
      has_lanes ? operations * static_cast<std::uint64_t>(design.dot.lanes) : operations;
  const FullScales full_scales = FullScalesFor(design, products);
  if (has_lanes) return Make(workload, design.dot, full_scales);
  // A unit without b is given codes of a's format that nobody looks at.
  const Format& b = HasB(design) ? design.b : design.a;
  OperandStream stream = Make(workload, design.a, b, full_scales);
  // A quire is rounded as it stands after so many products of the workload's weights and
  // activations.
  if (design.unit == UnitKind::kPositQuireRound) {
    stream.a = RunningQuires(design.a, stream.a, stream.b, operations);
  }
  return stream;
}

void CheckTensors(const Workload& workload) {
  for (const Operand* operand : {&workload.weights, &workload.activations}) {
    if (!operand->tensor.empty()) ReadNpy(operand->tensor);
  }
}

}  // namespace macroscope
