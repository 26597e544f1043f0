// The values of one operand in a block format: cut into tensors, each with the scales that the
// format's own recipe gives it.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "models/reference/block_codec.h"
#include "sim/config/workload.h"

namespace macroscope {

class EncodedTensors {
 public:
  // Tensors are as long as the operand says, but whole multiples of `step` values. A format of one
  // exponent a tensor takes it from Autoflex, the first tensor under a scale that is searched for,
  // each other under the one predicted from those before it; all others as EncodeBlocks.
  EncodedTensors(const BlockFormat& format, const Operand& operand, std::span<const float> values,
                 std::size_t step);

  // Of value i.
  std::uint64_t Element(std::size_t i) const;
  std::uint64_t Microexponent(std::size_t i) const;
  std::uint64_t Scale(std::size_t i) const;
  // A tensor's own scale included.
  double Value(std::size_t i) const;
  double ScaleValueOf(std::size_t i) const;

 private:
  const BlockCodes& TensorOf(std::size_t i) const { return tensors_[i / length_]; }

  BlockFormat format_;
  std::size_t length_;  // Of each but the last.
  std::vector<BlockCodes> tensors_;
};

}  // namespace macroscope
