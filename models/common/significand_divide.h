// The quotient of two significands, cut after quotient_bits bits, and whether anything is left.
// Twin of rtl/common/significand_divide.sv.
#pragma once

#include "models/common/word.h"

namespace macroscope {

struct SignificandDivide {
  struct Out {
    std::uint64_t quotient = 0;  // U1.(quotient_bits - 1)
    bool sticky = false;
    friend bool operator==(const Out&, const Out&) = default;
  };

  int dividend_bits = 1;
  int divisor_bits = 1;
  int quotient_bits = 1;

  // dividend: U1.(dividend_bits - 1). divisor: U1.(divisor_bits - 1), its top bit set.
  constexpr Out operator()(std::uint64_t dividend, std::uint64_t divisor) const {
    using Wide = unsigned __int128;
    // dividend / 2^(dividend_bits-1) over divisor / 2^(divisor_bits-1), in units of the quotient.
    const int up = quotient_bits - 1 + divisor_bits - dividend_bits;
    const Wide numerator = Wide{dividend} << (up > 0 ? up : 0);
    const Wide denominator = Wide{divisor} << (up < 0 ? -up : 0);
    return {.quotient = static_cast<std::uint64_t>(numerator / denominator),
            .sticky = numerator % denominator != 0};
  }
};

}  // namespace macroscope
