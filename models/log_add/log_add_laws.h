// log_add: unpack, order, cotransform if the method has it, lookup, refine, round. Twin of
// rtl/log_add/log_add.sv.
#pragma once

#include <variant>

#include "models/common/log_cotransform.h"
#include "models/common/log_round.h"
#include "models/log_add/log_add_unpack.h"

namespace macroscope {

template <typename W>
struct LogAddLaws {
  static constexpr bool kNarrow = true;
  using Word = W;
  using Unpacked = LogAddUnpack::Out;
  using Ordered = LogOrder::Out;
  using Cotransformed = LogCotransform::Out;
  using LookedUp = LogLookup::Out;
  using Refined = LogRefine::Out;
  using Result = typename LogRound<W>::Out;
  using Payload =
      std::variant<OperandCodes, Unpacked, Ordered, Cotransformed, LookedUp, Refined, Result>;

  LogAddShape shape;
  LogAddUnpack unpack;
  LogOrder order;
  LogCotransform cotransform;
  LogLookup lookup;
  LogRefine refine;
  LogRound<W> round;

  explicit LogAddLaws(const Design& design) : LogAddLaws(LogAddShape::Derive(design)) {}
  explicit LogAddLaws(const LogAddShape& s)
      : shape(s),
        unpack(s),
        order{s.sum},
        cotransform{s.sum},
        lookup{s.sum},
        refine{s.sum},
        round{s.sum} {}

  // The datapath: what each stage makes of the one before it.
  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Ordered Next(const Unpacked& in, const Beside<W>&) const { return order({in.a, in.b}); }
  Payload Next(const Ordered& in, const Beside<W>&) const {
    if (shape.sum.is_cotransformed()) return cotransform(in);
    return lookup(in);
  }
  LookedUp Next(const Cotransformed& in, const Beside<W>&) const { return lookup(in); }
  Refined Next(const LookedUp& in, const Beside<W>&) const { return refine(in); }
  Result Next(const Refined& in, const Beside<W>&) const { return round(in); }
  static const W& Value(const Result& result) { return result.z; }

  // No accumulator, no idle beat.
  static OperandCodes Idle() { return {}; }

  const LogAddShape& ShapeOf(const Unpacked&) const { return shape; }
  const LogSumShape& ShapeOf(const Ordered&) const { return shape.sum; }
  const LogSumShape& ShapeOf(const Cotransformed&) const { return shape.sum; }
  const LogSumShape& ShapeOf(const LookedUp&) const { return shape.sum; }
  const LogSumShape& ShapeOf(const Refined&) const { return shape.sum; }
  const LogSumShape& ShapeOf(const Result&) const { return shape.sum; }
};

}  // namespace macroscope
