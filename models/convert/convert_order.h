// A number's code as its key, an unsigned number that grows with the value; a NaN has zero's. Of
// codebooks with a sign bit the magnitude's, and the sign beside it. Twin of
// rtl/convert/convert_order.sv.
#pragma once

#include "models/common/operand_unpack.h"
#include "models/common/operands.h"
#include "models/convert/convert_code_shape.h"

namespace macroscope {

struct ConvertOrder {
  using In = OperandCodes;
  struct Out {
    bool sign = false;  // The number is negative, and its code will say so.
    std::uint64_t key = 0;
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const ConvertCodeShape& s, Visitor&& visit) const {
      if (s.by_magnitude) visit("sign", 1, sign);
      visit("key", s.key_bits, key);
    }
  };

  ConvertCodeShape shape;
  OperandUnpack unpack;

  explicit ConvertOrder(const ConvertCodeShape& s) : shape(s), unpack(s.a) {}

  Out operator()(const In& in) const {
    const std::uint64_t mask = shape.a.code_mask(), top = shape.a.sign_mask();
    const std::uint64_t code = unpack(in.a).nan ? 0 : in.a & mask;
    const bool negative = (code & top) != 0;
    if (shape.by_magnitude) {
      const std::uint64_t magnitude =
          shape.is_twos_complement() ? (negative ? (0 - code) & mask : code) : code & ~top;
      return {negative && magnitude != 0, magnitude};
    }
    if (top == 0) return {.key = code};
    if (shape.is_twos_complement()) return {.key = code ^ top};
    return {.key = negative ? ~code & mask : code | top};
  }
};

}  // namespace macroscope
