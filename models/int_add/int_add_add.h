// The sum of two terms and a carry. Twin of rtl/int_add/int_add_add.sv.
#pragma once

#include "models/int_add/int_add_unpack.h"

namespace macroscope {

struct IntAddAdd {
  using In = IntAddUnpack::Out;
  struct Out {
    std::uint64_t sum = 0;  // S(sum_bits).0
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const IntAddShape& s, Visitor&& visit) const {
      visit("sum", s.sum_bits(), sum);
    }
  };

  IntAddShape shape;

  constexpr Out operator()(const In& in) const {
    return {(in.a + in.b + static_cast<std::uint64_t>(in.carry)) &
            LowMask<Word64>(shape.sum_bits())};
  }
};

}  // namespace macroscope
