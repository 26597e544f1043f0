// The operand, a logarithm or a log posit, as sign and logarithm in steps. Twin of
// rtl/convert/convert_log_unpack.sv.
#pragma once

#include "models/common/log_operand.h"
#include "models/common/operands.h"
#include "models/common/posit_operand.h"
#include "models/convert/convert_shape.h"

namespace macroscope {

struct ConvertLogUnpack {
  using In = OperandCodes;
  struct Out {
    bool sign = false;
    std::int64_t log = 0;
    bool zero = false;  // NaR too.
    bool nan = false;   // Of log posits alone.
    friend bool operator==(const Out&, const Out&) = default;

    template <typename Visitor>
    void Visit(const ConvertShape& s, Visitor&& visit) const {
      visit("sign", 1, sign);
      visit("log", s.log_bits, log);
      visit("zero", 1, zero);
      if (s.design.a.is_log_posit()) visit("nan", 1, nan);
    }
  };

  bool is_log_posit;
  LogOperandUnpack operand;
  PositOperand posit;

  explicit ConvertLogUnpack(const ConvertShape& s)
      : is_log_posit(s.design.a.is_log_posit()),
        operand(s.design.a),
        posit{is_log_posit ? PositOperandShape::Derive(s.design.a) : PositOperandShape()} {}

  Out operator()(const In& in) const {
    if (is_log_posit) return LogPosit(in.a);
    const LogOperand x = operand(in.a);
    return {x.sign, x.log, x.zero};
  }

 private:
  // Sign and magnitude: the magnitude is laid out as a positive posit, its logarithm's octave where
  // that has the scale, and the fractions alike.
  Out LogPosit(std::uint64_t code) const {
    const bool sign = BitOf(code, posit.shape.body_bits());
    const std::uint64_t body = code & LowMask<Word64>(posit.shape.body_bits());
    const PositOperand::Out x = posit(body);
    const int fraction_bits = posit.shape.fraction_bits();
    const std::uint64_t fraction = x.significand & LowMask<Word64>(fraction_bits);
    const std::int64_t octaves = std::int64_t{x.scale} * (std::int64_t{1} << fraction_bits);
    return {.sign = sign,
            .log = octaves + static_cast<std::int64_t>(fraction),
            .zero = body == 0,
            .nan = body == 0 && sign};
  }
};

}  // namespace macroscope
