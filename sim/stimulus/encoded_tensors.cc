#include "sim/stimulus/encoded_tensors.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/formats/decode.h"
#include "models/reference/autoflex.h"
#include "sim/stimulus/scaling.h"

namespace macroscope {
namespace {

bool IsManaged(const BlockFormat& format) {
  return format.block_elements == 0 && format.scale_is_exponent && format.element.is_integer();
}

// Encodes one tensor after the other, each under the exponent that those before it lead to.
class ManagedEncoder {
 public:
  ManagedEncoder(const BlockFormat& format, const BlockEncoding& encoding)
      : format_(format),
        encoding_(encoding),
        manager_(
            {.mantissa_bits = format.element.width_bits(),
             .least_exponent = static_cast<int>(ValueOf(format.scale, format.scale.min_finite())),
             .greatest_exponent =
                 static_cast<int>(ValueOf(format.scale, format.scale.max_finite()))}) {}

  BlockCodes Encode(std::span<const float> values) {
    BlockCodes codes = Try(values);
    if (is_first_) {
      while (!manager_.Initialize(Largest(codes))) codes = Try(values);
      is_first_ = false;
    }
    manager_.Adjust(Largest(codes));
    return codes;
  }

 private:
  BlockCodes Try(std::span<const float> values) const {
    const std::array<std::uint64_t, 1> scale = {static_cast<std::uint64_t>(manager_.exponent()) &
                                                format_.scale.code_mask()};
    return EncodeUnderScales(format_, encoding_, values, 1, scale);
  }
  // Of the mantissas.
  std::uint64_t Largest(const BlockCodes& codes) const {
    std::uint64_t largest = 0;
    for (const std::uint64_t code : codes.elements) {
      largest = std::max(largest, Decode(format_.element, code).significand);
    }
    return largest;
  }

  const BlockFormat& format_;
  const BlockEncoding& encoding_;
  Autoflex manager_;
  bool is_first_ = true;
};

std::size_t TensorLength(const TensorCut& tensors, std::size_t values, std::size_t step) {
  if (tensors.values == 0) return std::max<std::size_t>(values, 1);
  return (tensors.values + step - 1) / step * step;
}

}  // namespace

EncodedTensors::EncodedTensors(const BlockFormat& format, const Operand& operand,
                               std::span<const float> values, std::size_t step)
    : format_(format), length_(TensorLength(operand.tensors, values.size(), step)) {
  const BlockEncoding encoding{.rule = operand.scale_rule, .saturates = operand.saturates};
  ManagedEncoder managed(format_, encoding);
  for (std::size_t first = 0; first < values.size(); first += length_) {
    const auto tensor = values.subspan(first, std::min(length_, values.size() - first));
    tensors_.push_back(IsManaged(format_) ? managed.Encode(tensor)
                                          : EncodeBlocks(format_, encoding, tensor));
  }
}

std::uint64_t EncodedTensors::Element(std::size_t i) const {
  return TensorOf(i).elements[i % length_];
}

std::uint64_t EncodedTensors::Microexponent(std::size_t i) const {
  return TensorOf(i)
      .microexponents[i % length_ / static_cast<std::size_t>(format_.sub_block_elements)];
}

std::uint64_t EncodedTensors::Scale(std::size_t i) const {
  const std::vector<std::uint64_t>& scales = TensorOf(i).scales;
  if (format_.block_elements == 0) return scales.front();
  return scales[i % length_ / static_cast<std::size_t>(format_.block_elements)];
}

double EncodedTensors::Value(std::size_t i) const {
  return DecodeElement(format_, TensorOf(i), i % length_);
}

double EncodedTensors::ScaleValueOf(std::size_t i) const {
  return TensorOf(i).tensor_scale * ScaleValue(format_, Scale(i));
}

}  // namespace macroscope
