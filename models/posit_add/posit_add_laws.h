// posit_add: unpack, align, add, normalize, round. Twin of rtl/posit_add/posit_add.sv.
#pragma once

#include <variant>

#include "models/common/posit_normalize.h"
#include "models/posit_add/posit_add_align.h"

namespace macroscope {

template <typename W>
struct PositAddLaws {
  static constexpr bool kNarrow = true;  // 31 window bits and 2 above them

  using Word = W;
  using Unpacked = PositUnpack::Out;
  using Aligned = PositSort::Out;
  using Sum = PositSum::Out;
  using Normalized = PositRound::In;
  using Result = PositRound::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Aligned, Sum, Normalized, Result>;

  PositShape shape;
  PositUnpack unpack;
  PositAddAlign align;
  PositSum add;
  PositNormalize normalize;
  PositRound round;

  explicit PositAddLaws(const Design& design) : PositAddLaws(PositShape::Derive(design)) {}
  explicit PositAddLaws(const PositShape& s)
      : shape(s), unpack(s), align(s), add(), normalize(s), round(s) {}

  // The datapath: what each stage makes of the one before it.
  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Aligned Next(const Unpacked& in, const Beside<W>&) const { return align(in); }
  Sum Next(const Aligned& in, const Beside<W>&) const { return add(in); }
  Normalized Next(const Sum& in, const Beside<W>&) const { return normalize(in); }
  Result Next(const Normalized& in, const Beside<W>&) const { return round(in); }
  static const std::uint64_t& Value(const Result& result) { return result.z; }

  // The unit accumulates nothing and has no mac form; the register of one would idle with this.
  static Unpacked Idle() { return {}; }

  template <typename Out>
  requires(!std::is_same_v<Out, OperandCodes>) const PositShape& ShapeOf(const Out&) const {
    return shape;
  }
};

}  // namespace macroscope
