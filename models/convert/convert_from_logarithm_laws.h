// convert of a logarithm or log posit into a number: unpack, linear, shift, round. Twin of
// rtl/convert/convert_from_logarithm.sv.
#pragma once

#include <variant>

#include "models/convert/convert_linear.h"
#include "models/convert/convert_round.h"
#include "models/convert/convert_shift.h"

namespace macroscope {

template <typename W>
struct ConvertFromLogarithmLaws {
  static constexpr bool kNarrow = true;
  using Word = W;
  using Unpacked = ConvertLogUnpack::Out;
  using Linear = ConvertLinear::Out;
  using Shifted = typename ConvertShift<W>::Out;
  using Result = typename FloatRound<W>::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Linear, Shifted, Result>;

  ConvertShape shape;
  ConvertLogUnpack unpack;
  ConvertLinear linear;
  ConvertShift<W> shift;
  ConvertRound<W> round;

  explicit ConvertFromLogarithmLaws(const Design& design)
      : shape(ConvertShape::Derive(design)),
        unpack(shape),
        linear(shape),
        shift{shape},
        round(shape) {}

  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Linear Next(const Unpacked& in, const Beside<W>&) const { return linear(in); }
  Shifted Next(const Linear& in, const Beside<W>&) const {
    return shift(
        {.sign = in.sign, .exponent = in.exponent, .significand = in.significand, .nan = in.nan});
  }
  Result Next(const Shifted& in, const Beside<W>& beside) const { return round(in, beside.r); }
  static const W& Value(const Result& result) { return result.z; }

  static OperandCodes Idle() { return {}; }  // Nothing accumulates.

  template <typename Out>
  requires(!std::is_same_v<Out, OperandCodes>) const ConvertShape& ShapeOf(const Out&) const {
    return shape;
  }
};

}  // namespace macroscope
