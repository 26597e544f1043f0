// int_add: unpack, add, saturate. Twin of rtl/int_add/int_add.sv.
#pragma once

#include <variant>

#include "models/int_add/int_add_add.h"

namespace macroscope {

template <typename W>
struct IntAddLaws {
  using Word = W;
  using Unpacked = IntAddUnpack::Out;
  using Sum = IntAddAdd::Out;
  using Result = typename IntegerSaturate<W>::Out;
  using Payload = std::variant<OperandCodes, Unpacked, Sum, Result>;

  IntAddUnpack unpack;
  IntAddAdd add;
  IntegerSaturate<W> saturate;

  explicit IntAddLaws(const Design& design) : IntAddLaws(IntAddShape::Derive(design)) {}
  explicit IntAddLaws(const IntAddShape& s) : unpack{s}, add{s}, saturate{s.result} {}

  Unpacked Next(const OperandCodes& in, const Beside<W>&) const { return unpack(in); }
  Sum Next(const Unpacked& in, const Beside<W>&) const { return add(in); }
  Result Next(const Sum& in, const Beside<W>&) const {
    return saturate({.negate = false, .value = W{in.sum}});
  }
  static const W& Value(const Result& result) { return result.z; }

  static OperandCodes Idle() { return {}; }  // Nothing accumulates.

  const IntAddShape& ShapeOf(const Unpacked&) const { return unpack.shape; }
  const IntAddShape& ShapeOf(const Sum&) const { return add.shape; }
  const IntegerResultShape& ShapeOf(const Result&) const { return saturate.shape; }
};

}  // namespace macroscope
