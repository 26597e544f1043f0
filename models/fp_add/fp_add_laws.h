// fp_add: unpack, align, add, normalize, round. Twin of rtl/fp_add/fp_add.sv.
#pragma once

#include <variant>

#include "models/fp_add/fp_add_normalize.h"

namespace macroscope {

template <typename W>
struct FpAddLaws {
  static constexpr bool kNarrow = true;  // 53 bits and 33 guard bits

  using Word = W;
  using Unpacked = FpAddUnpack::Out;
  using Aligned = typename FpAddAlign<W>::Out;
  using Sum = typename FpAddAdd<W>::Out;
  using Normalized = typename FpAddNormalize<W>::Out;
  using Result = typename FloatRound<W>::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Aligned, Sum, Normalized, Result>;

  FpAddShape shape;
  FpAddUnpack unpack;
  FpAddAlign<W> align;
  FpAddAdd<W> add;
  FpAddNormalize<W> normalize;
  FloatRound<W> round;

  explicit FpAddLaws(const Design& design) : FpAddLaws(FpAddShape::Derive(design)) {}
  explicit FpAddLaws(const FpAddShape& s)
      : shape(s), unpack(s), align(s), add(s), normalize(s), round(s.design) {}

  // The datapath: what each stage makes of the one before it.
  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Aligned Next(const Unpacked& in, const Beside<W>&) const { return align(in); }
  Sum Next(const Aligned& in, const Beside<W>& beside) const { return add(in, beside.r); }
  Normalized Next(const Sum& in, const Beside<W>&) const { return normalize(in); }
  Result Next(const Normalized& in, const Beside<W>& beside) const { return round(in, beside.r); }
  static const W& Value(const Result& result) { return result.z; }

  // The unit accumulates nothing and has no mac form; the register of one would idle with this.
  static Unpacked Idle() { return {}; }

  template <typename Out>
  requires(!std::is_same_v<Out, OperandCodes>) const FpAddShape& ShapeOf(const Out&) const {
    return shape;
  }
};

}  // namespace macroscope
