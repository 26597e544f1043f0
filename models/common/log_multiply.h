// The product of two numbers given by their logarithms: those add up, exactly. What is not a number
// becomes a flag, and adds nothing. Twin of rtl/common/log_multiply.sv.
#pragma once

#include "models/common/log_operand.h"
#include "models/common/log_shape.h"

namespace macroscope {

// What a unit's unpack gives.
struct LogOperands {
  LogOperand a;
  LogOperand b;
  friend bool operator==(const LogOperands&, const LogOperands&) = default;

  template <typename Visitor>
  void Visit(const LogShape& s, Visitor&& visit) const {
    visit("a_sign", 1, a.sign);
    visit("a_log", s.a_log_bits, a.log);
    visit("a_zero", 1, a.zero);
    visit("a_nan", 1, a.nan);
    visit("b_sign", 1, b.sign);
    visit("b_log", s.b_log_bits, b.log);
    visit("b_zero", 1, b.zero);
    visit("b_nan", 1, b.nan);
  }
};

struct LogMultiply {
  using In = LogOperands;
  struct Out {
    bool sign = false;
    std::int64_t log = 0;
    bool zero = false;
    std::uint64_t flags = 0;  // Bit 0: no number.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const LogShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("log", s.product_log_bits(), log);
      visit("zero", 1, zero);
      if (s.fixed.flag_bits > 0) visit("flags", s.fixed.flag_bits, flags);
    }
  };

  LogShape shape;

  Out operator()(const In& in) const {
    const bool nan = in.a.nan || in.b.nan;
    const std::int64_t sum = in.a.log + in.b.log;
    const std::int64_t most = std::int64_t{shape.greatest_octave} * (1 << shape.fraction_bits());
    // Compared by whole octaves: a product within the greatest one keeps its fraction.
    const bool beyond = shape.saturates && sum >> shape.fraction_bits() > shape.greatest_octave;
    return {.sign = in.a.sign != in.b.sign,
            .log = beyond ? most : sum,
            .zero = nan || in.a.zero || in.b.zero,
            .flags = nan ? std::uint64_t{1} : 0};
  }
};

}  // namespace macroscope
