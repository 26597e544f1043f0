// code_sums: unpack, add. Twin of rtl/code_sums/code_sums.sv.
#pragma once

#include <variant>

#include "models/code_sums/code_sums_add.h"

namespace macroscope {

template <typename W>
struct CodeSumsLaws {
  using Word = W;
  using Unpacked = typename CodeSumsUnpack<W>::Out;
  using Result = typename CodeSumsAdd<W>::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Result>;

  CodeSumsShape shape;
  CodeSumsUnpack<W> unpack;
  CodeSumsAdd<W> add;

  explicit CodeSumsLaws(const Design& design)
      : shape(CodeSumsShape::Derive(design)), unpack(shape), add{shape} {}

  // The datapath: what each stage makes of the one before it. c joins in at `add`.
  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Result Next(const Unpacked& in, const Beside<W>& beside) const { return add({in, beside.c}); }
  static const W& Value(const Result& result) { return result.z; }

  // A number that leaves any sum as it is.
  static Unpacked Idle() { return {}; }

  const CodeSumsShape& ShapeOf(const Unpacked&) const { return shape; }
  const CodeSumsShape& ShapeOf(const Result&) const { return shape; }
};

}  // namespace macroscope
