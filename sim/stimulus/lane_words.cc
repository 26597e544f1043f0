#include "sim/stimulus/lane_words.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

#include "models/common/bits.h"
#include "models/reference/quantize.h"
#include "sim/stimulus/encoded_tensors.h"
#include "sim/stimulus/lane_codes.h"

namespace macroscope {
namespace {

// fill(operation, codes) says what each word holds.
template <typename Fill>
std::vector<std::uint64_t> MakeWords(const LaneOperand& lanes, std::uint64_t length, Fill fill) {
  const auto limbs = static_cast<std::size_t>(LimbsFor(lanes.word_bits()));
  std::vector<std::uint64_t> words(length * limbs);
  LaneCodes codes(lanes);
  for (std::size_t i = 0; i < length; ++i) {
    fill(i, codes);
    Pack(lanes, codes, std::span(words).subspan(i * limbs, limbs));
  }
  return words;
}

// At least `count` values as binary32, its greatest in place of what is beyond. A tensor that is
// shorter starts again.
std::vector<float> Binary32(const std::vector<double>& values, std::size_t count) {
  constexpr double kGreatest = std::numeric_limits<float>::max();
  std::vector<float> rounded;
  for (const double value : values) {
    rounded.push_back(static_cast<float>(std::clamp(value, -kGreatest, kGreatest)));
  }
  const std::size_t period = rounded.size();
  for (std::size_t i = period; i < count; ++i) rounded.push_back(rounded[i - period]);
  return rounded;
}

OperandCodeStream EncodeWords(const Operand& operand, const LaneOperand& lanes,
                              std::uint64_t length, std::uint64_t seed) {
  const BlockFormat& format = lanes.block;
  const auto width = static_cast<std::size_t>(lanes.lanes);
  const std::size_t count = length * width;
  const std::vector<double> drawn = ReadOrDraw(operand, format.element, count, seed);
  const auto block = static_cast<std::size_t>(std::max(format.block_elements, 1));
  const EncodedTensors encoded(format, operand, Binary32(drawn, count), std::lcm(block, width));

  OperandCodeStream made;
  made.codes = MakeWords(lanes, length, [&](std::size_t operation, LaneCodes& codes) {
    const std::size_t first = operation * width;
    const auto take = [first](std::vector<std::uint64_t>& part, int lanes_each, auto code_of) {
      for (std::size_t i = 0; i < part.size(); ++i) {
        part[i] = code_of(first + i * static_cast<std::size_t>(lanes_each));
      }
    };
    take(codes.elements, 1, [&](std::size_t i) { return encoded.Element(i); });
    take(codes.microexponents, lanes.micro_lanes(),
         [&](std::size_t i) { return encoded.Microexponent(i); });
    take(codes.scales, lanes.scaled_lanes(), [&](std::size_t i) { return encoded.Scale(i); });
  });

  Quantisation quantisation;
  std::size_t zeros = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const double value = encoded.Value(i);
    zeros += value == 0 ? 1 : 0;
    if (i % static_cast<std::size_t>(lanes.scaled_lanes()) == 0) {
      quantisation.AddScale(encoded.ScaleValueOf(i));
    }
    if (i < drawn.size()) quantisation.Add(drawn[i], value);
  }
  made.facts = quantisation.facts();
  made.facts.zero_fraction = static_cast<double>(zeros) / static_cast<double>(count);
  return made;
}

}  // namespace

std::vector<std::uint64_t> WordsOfElements(const LaneOperand& lanes,
                                           const std::vector<std::uint64_t>& elements) {
  const auto width = static_cast<std::size_t>(lanes.lanes);
  const std::uint64_t one =
      !lanes.is_block() ? 0
      : lanes.block.scale_is_exponent
          ? 0
          : Quantize(1, lanes.block.scale, Rounding::kTiesToEven, Overflow::kSaturate).code;
  return MakeWords(lanes, elements.size() / width, [&](std::size_t operation, LaneCodes& codes) {
    std::copy_n(elements.begin() + static_cast<std::ptrdiff_t>(operation * width), width,
                codes.elements.begin());
    std::fill(codes.scales.begin(), codes.scales.end(), one);
  });
}

OperandCodeStream MakeLaneWords(const Operand& operand, const LaneOperand& lanes, double full_scale,
                                std::uint64_t length, std::uint64_t seed) {
  if (lanes.is_block()) return EncodeWords(operand, lanes, length, seed);
  OperandCodeStream made = MakeOperandCodes(operand, lanes.block.element, full_scale,
                                            length * static_cast<std::uint64_t>(lanes.lanes), seed);
  made.codes = WordsOfElements(lanes, made.codes);
  return made;
}

}  // namespace macroscope
