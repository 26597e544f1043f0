// Codes of a block's scale: values of a format, or exponents.
#pragma once

#include <cstdint>

#include "models/design/dot_product.h"
#include "sim/stimulus/element_codes.h"

namespace macroscope {

class ScaleCodes {
 public:
  // Of an operand without blocks only Value means anything: it is 1.
  explicit ScaleCodes(const LaneOperand& operand);

  // A number; its sign, which nobody looks at, is any.
  std::uint64_t Finite(Random& random) const { return codes_.Finite(random); }
  // The least, the least above zero, or the greatest.
  std::uint64_t End(Random& random) const;
  std::uint64_t Nan(Random& random) const { return codes_.Special(random); }
  // The magnitude; 0 of a NaN.
  Guess Value(std::uint64_t code) const;
  // A code about as large as `value`.
  std::uint64_t Code(Guess value) const;
  // About 2^steps times as much, and `codes` further in the order of the codes.
  std::uint64_t Shifted(std::uint64_t code, int steps, int codes) const;

  bool has_nan() const { return codes_.has_special(); }

 private:
  bool is_there_;
  bool is_exponent_;
  ElementCodes codes_;
};

}  // namespace macroscope
