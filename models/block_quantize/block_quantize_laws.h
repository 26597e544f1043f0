// block_quantize: unpack, largest, scale, divide if the scale is no power of two, shift, round.
// Twin of rtl/block_quantize/block_quantize.sv.
#pragma once

#include <variant>

#include "models/block_quantize/block_quantize_round.h"

namespace macroscope {

struct BlockQuantizeLaws {
  using Word = Word64;
  using Unpacked = BlockQuantizeUnpack::Out;
  using Largest = BlockQuantizeLargest::Out;
  using Scaled = BlockQuantizeScale::Out;
  using Divided = BlockQuantizeDivide::Out;
  using Shifted = BlockQuantizeShift::Out;
  using Result = BlockQuantizeRound::Out;
  using Payload = std::variant<WideCodes, Unpacked, Largest, Scaled, Divided, Shifted, Result>;

  BlockQuantizeShape shape;
  BlockQuantizeUnpack unpack;
  BlockQuantizeLargest largest;
  BlockQuantizeScale scale;
  BlockQuantizeDivide divide;
  BlockQuantizeShift shift;
  BlockQuantizeRound round;

  explicit BlockQuantizeLaws(const Design& design)
      : BlockQuantizeLaws(BlockQuantizeShape::Derive(design)) {}
  explicit BlockQuantizeLaws(const BlockQuantizeShape& s)
      : shape(s), unpack(s), largest{s}, scale(s), divide(s), shift(s), round(s) {}

  Unpacked Next(const WideCodes& in, const Beside<Word>&) const { return unpack(in); }
  Largest Next(const Unpacked& in, const Beside<Word>&) const { return largest(in); }
  Scaled Next(const Largest& in, const Beside<Word>&) const { return scale(in); }
  Payload Next(const Scaled& in, const Beside<Word>&) const {
    if (shape.divides) return divide(in);
    return shift(in);
  }
  Shifted Next(const Divided& in, const Beside<Word>&) const {
    return shift({.lanes = in.lanes, .scale = in.scale});
  }
  Result Next(const Shifted& in, const Beside<Word>&) const { return round(in); }
  static const Bits& Value(const Result& result) { return result.z; }

  static WideCodes Idle() { return {}; }  // Nothing accumulates.

  template <typename Out>
  requires(!std::is_same_v<Out, WideCodes>) const BlockQuantizeShape& ShapeOf(const Out&) const {
    return shape;
  }
};

}  // namespace macroscope
