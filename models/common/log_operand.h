// One number of a logarithmic format as sign and logarithm. Twin of rtl/common/log_operand.sv.
#pragma once

#include <cstdint>

#include "models/formats/format.h"
#include "models/tables/range_bits.h"

namespace macroscope {

// (-1)^sign * 2^(log / steps of an octave), unless it is zero or no number.
struct LogOperand {
  bool sign = false;
  std::int64_t log = 0;  // Of a zero or a NaN any, and the same in the RTL.
  bool zero = false;
  bool nan = false;
  friend bool operator==(const LogOperand&, const LogOperand&) = default;
};

// Bits of a format's logarithms in steps, two's complement, that of the zero code with them.
inline int LogBits(const Format& format) {
  const LogLayout& log = format.log;
  return RangeBits(log.Steps(log.least_field()), log.greatest_steps());
}

struct LogOperandUnpack {
  LogLayout log;
  std::uint64_t sign_mask = 0;
  std::uint64_t zero_flag_mask = 0;

  explicit LogOperandUnpack(const Format& format)
      : log(format.log), sign_mask(format.sign_mask()), zero_flag_mask(format.zero_flag_mask()) {}

  // | sign | zero flag | t |
  LogOperand operator()(std::uint64_t code) const {
    const std::uint64_t field = code & log.mask();
    auto t = static_cast<std::int64_t>(field);
    if (log.is_twos_complement && (field & log.least_field()) != 0) t -= log.mask() + 1;
    const bool least = log.zero == LogZero::kLeastCode && field == log.least_field();
    return {.sign = (code & sign_mask) != 0,
            .log = t - log.bias,
            .zero = least || (code & zero_flag_mask) != 0,
            .nan = false};
  }
};

}  // namespace macroscope
