// convert: unpack, shift, round. Twin of rtl/convert/convert.sv.
#pragma once

#include <variant>

#include "models/convert/convert_round.h"
#include "models/convert/convert_shift.h"

namespace macroscope {

template <typename W>
struct ConvertLaws {
  static constexpr bool kNarrow = true;
  using Word = W;
  using Unpacked = ConvertUnpack::Out;
  using Shifted = typename ConvertShift<W>::Out;
  using Result = typename FloatRound<W>::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Shifted, Result>;
  ConvertShape shape;
  ConvertUnpack unpack;
  ConvertShift<W> shift;
  ConvertRound<W> round;

  explicit ConvertLaws(const Design& design) : ConvertLaws(ConvertShape::Derive(design)) {}
  explicit ConvertLaws(const ConvertShape& s) : shape(s), unpack(s), shift{s}, round(s) {}

  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Shifted Next(const Unpacked& in, const Beside<W>&) const { return shift(in); }
  Result Next(const Shifted& in, const Beside<W>& beside) const { return round(in, beside.r); }
  static const W& Value(const Result& result) { return result.z; }

  static OperandCodes Idle() { return {}; }  // Nothing accumulates.

  template <typename Out>
  requires(!std::is_same_v<Out, OperandCodes>) const ConvertShape& ShapeOf(const Out&) const {
    return shape;
  }
};

}  // namespace macroscope
