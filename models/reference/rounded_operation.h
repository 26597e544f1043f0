// The units that round: one exact number from the operands, then one rounding.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "models/design/design.h"
#include "models/reference/conversion.h"
#include "models/reference/reference.h"
#include "models/reference/rounding.h"
#include "models/reference/term.h"

namespace macroscope {

class RoundedOperation {
 public:
  // `design` must outlive this.
  explicit RoundedOperation(const Design& design);

  // a*b + c, a + b, a * b, a, or a * scale. What the unit does not have is not looked at. Throws
  // std::invalid_argument for a rounding operand that is no mode.
  Quantized Operate(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t r);
  // +0 + a[0]*b[0] + a[1]*b[1] + ...
  Quantized Dot(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

 private:
  RoundingChoice Choice(std::uint64_t r) const;
  // Rounds exact_.
  Quantized Round(const RoundingChoice& choice);

  const Design& design_;
  bool flushes_inputs_;
  RoundingChoice fixed_choice_;  // All of it that no operand decides.
  std::optional<OtherConversion> other_;
  Term exact_;
  Term addend_;
  BigInteger scratch_;
};

}  // namespace macroscope
