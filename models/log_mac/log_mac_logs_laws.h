// log_mac with its sums as logarithms: unpack, multiply, order, cotransform if the method has it,
// lookup, refine, round.
// Twin of rtl/log_mac/log_mac_logs.sv.
#pragma once

#include <variant>

#include "models/common/log_cotransform.h"
#include "models/common/log_round.h"
#include "models/log_mac/log_mac_order.h"
#include "models/log_mac/log_mac_unpack.h"

namespace macroscope {

template <typename W>
struct LogMacLogsLaws {
  static constexpr bool kNarrow = true;
  using Word = W;
  using Unpacked = LogOperands;
  using Product = LogMultiply::Out;
  using Ordered = LogOrder::Out;
  using Cotransformed = LogCotransform::Out;
  using LookedUp = LogLookup::Out;
  using Refined = LogRefine::Out;
  using Result = typename LogRound<W>::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Product, Ordered, Cotransformed, LookedUp,
                               Refined, Result>;

  LogMacShape shape;
  LogMacUnpack unpack;
  LogMultiply multiply;
  LogMacOrder order;
  LogCotransform cotransform;
  LogLookup lookup;
  LogRefine refine;
  LogRound<W> round;

  explicit LogMacLogsLaws(const Design& design) : LogMacLogsLaws(LogMacShape::Derive(design)) {}
  explicit LogMacLogsLaws(const LogMacShape& s)
      : shape(s),
        unpack(s),
        multiply{s.product},
        order(s.sum),
        cotransform{s.sum},
        lookup{s.sum},
        refine{s.sum},
        round{s.sum} {}

  // The datapath: what each stage makes of the one before it. c joins in at `order`.
  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Product Next(const Unpacked& in, const Beside<W>&) const { return multiply(in); }
  Ordered Next(const Product& in, const Beside<W>& beside) const {
    return order({in, static_cast<std::uint64_t>(beside.c)});
  }
  Payload Next(const Ordered& in, const Beside<W>&) const {
    if (shape.sum.is_cotransformed()) return cotransform(in);
    return lookup(in);
  }
  LookedUp Next(const Cotransformed& in, const Beside<W>&) const { return lookup(in); }
  Refined Next(const LookedUp& in, const Beside<W>&) const { return refine(in); }
  Result Next(const Refined& in, const Beside<W>&) const { return round(in); }
  static const W& Value(const Result& result) { return result.z; }

  // A product that leaves any accumulator as it is.
  static Product Idle() { return {.sign = false, .log = 0, .zero = true, .flags = 0}; }

  const LogShape& ShapeOf(const Unpacked&) const { return shape.product; }
  const LogShape& ShapeOf(const Product&) const { return shape.product; }
  const LogSumShape& ShapeOf(const Ordered&) const { return shape.sum; }
  const LogSumShape& ShapeOf(const Cotransformed&) const { return shape.sum; }
  const LogSumShape& ShapeOf(const LookedUp&) const { return shape.sum; }
  const LogSumShape& ShapeOf(const Refined&) const { return shape.sum; }
  const LogSumShape& ShapeOf(const Result&) const { return shape.sum; }
};

}  // namespace macroscope
