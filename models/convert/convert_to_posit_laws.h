// convert into a posit: unpack, leading, round. Twin of rtl/convert/convert_to_posit.sv.
#pragma once

#include <variant>

#include "models/common/posit_round.h"
#include "models/convert/convert_leading.h"

namespace macroscope {

template <typename W>
struct ConvertToPositLaws {
  static constexpr bool kNarrow = true;
  using Word = W;
  using Unpacked = ConvertUnpack::Out;
  using Leading = ConvertLeading::Out;
  using Result = PositRound::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Leading, Result>;

  ConvertShape shape;
  PositShape posit;
  ConvertUnpack unpack;
  ConvertLeading leading;
  PositRound round;

  explicit ConvertToPositLaws(const Design& design)
      : shape(ConvertShape::Derive(design)),
        posit(PositShape::OfResult(shape.accumulator)),
        unpack(shape),
        leading(shape),
        round(posit) {}

  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Leading Next(const Unpacked& in, const Beside<W>&) const { return leading(in); }
  Result Next(const Leading& in, const Beside<W>&) const {
    return round({in.sign, in.scale, in.significand, in.sticky, in.nan});
  }
  static const std::uint64_t& Value(const Result& result) { return result.z; }

  static OperandCodes Idle() { return {}; }  // Nothing accumulates.

  const ConvertShape& ShapeOf(const Unpacked&) const { return shape; }
  const ConvertShape& ShapeOf(const Leading&) const { return shape; }
  const PositShape& ShapeOf(const Result&) const { return posit; }
};

}  // namespace macroscope
