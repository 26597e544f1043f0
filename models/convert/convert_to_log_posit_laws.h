// convert into a log posit: unpack, leading, logarithm, round. Twin of
// rtl/convert/convert_to_log_posit.sv.
#pragma once

#include <variant>

#include "models/convert/convert_log_posit_round.h"

namespace macroscope {

template <typename W>
struct ConvertToLogPositLaws {
  static constexpr bool kNarrow = true;
  using Word = W;
  using Unpacked = ConvertUnpack::Out;
  using Leading = ConvertLeading::Out;
  using Logarithm = ConvertLogFraction::Out;
  using Result = ConvertLogPositRound::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Leading, Logarithm, Result>;

  ConvertShape shape;
  ConvertUnpack unpack;
  ConvertLeading leading;
  ConvertLogFraction logarithm;
  ConvertLogPositRound round;

  explicit ConvertToLogPositLaws(const Design& design)
      : shape(ConvertShape::Derive(design)),
        unpack(shape),
        leading(shape),
        logarithm(shape),
        round(shape) {}

  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Leading Next(const Unpacked& in, const Beside<W>&) const { return leading(in); }
  Logarithm Next(const Leading& in, const Beside<W>&) const { return logarithm(in); }
  Result Next(const Logarithm& in, const Beside<W>&) const { return round(in); }
  static const std::uint64_t& Value(const Result& result) { return result.z; }

  static OperandCodes Idle() { return {}; }  // Nothing accumulates.

  template <typename Out>
  requires(!std::is_same_v<Out, OperandCodes>) const ConvertShape& ShapeOf(const Out&) const {
    return shape;
  }
};

}  // namespace macroscope
