// posit_quire_round: unpack, normalize, round. Twin of rtl/posit_quire_round/posit_quire_round.sv.
#pragma once

#include <variant>

#include "models/posit_quire_round/posit_quire_round_normalize.h"

namespace macroscope {

template <typename W>
struct PositQuireRoundLaws {
  using Word = W;
  using Unpacked = typename PositQuireRoundUnpack<W>::Out;
  using Normalized = PositRound::In;
  using Result = PositRound::Out;
  using Payload = std::variant<WideCodes, Unpacked, Normalized, Result>;

  PositShape shape;
  PositQuireRoundUnpack<W> unpack;
  PositQuireRoundNormalize<W> normalize;
  PositRound round;

  explicit PositQuireRoundLaws(const Design& design)
      : PositQuireRoundLaws(PositShape::Derive(design)) {}
  explicit PositQuireRoundLaws(const PositShape& s) : shape(s), unpack(s), normalize(s), round(s) {}

  // The datapath: what each stage makes of the one before it.
  Unpacked Next(const WideCodes& in, const Beside<W>&) const { return unpack(in); }
  Normalized Next(const Unpacked& in, const Beside<W>&) const { return normalize(in); }
  Result Next(const Normalized& in, const Beside<W>&) const { return round(in); }
  static const std::uint64_t& Value(const Result& result) { return result.z; }

  // The unit accumulates nothing and has no mac form; the register of one would idle with this.
  static Unpacked Idle() { return {}; }

  template <typename Out>
  requires(!std::is_same_v<Out, WideCodes>) const PositShape& ShapeOf(const Out&) const {
    return shape;
  }
};

}  // namespace macroscope
