// Random operands of units that compute with logarithms, where these tend to be wrong: corner codes
// of the formats; terms of a sum that nearly cancel, or lie within each other's reach; sums and
// products near the ends of the range.
#pragma once

#include <cstdint>
#include <string>

#include "models/design/design.h"
#include "sim/stimulus/addend.h"
#include "sim/stimulus/fixed_word.h"
#include "sim/stimulus/log_codes.h"
#include "sim/stimulus/random.h"
#include "sim/stimulus/random_source.h"
#include "sim/stimulus/rounding_operand.h"

namespace macroscope {

class LogOperands : public RandomSource {
 public:
  // For designs whose operands hold logarithms. `c_bits` is Unit::c_bits(). The stream does not
  // end.
  LogOperands(const Design& design, int c_bits, std::uint64_t seed);

  std::size_t Fill(const OperandBuffers& out) override;
  std::string extent() const override;
  void Complete(const OperandBuffers& out) override;

 private:
  void DrawRest(const OperandBuffers& out, std::size_t i);
  // A code that has to do with a logarithm: the other term of a sum.
  std::uint64_t Beside(Relation relation, bool negative, std::int64_t steps,
                       const LogCorners& corners);

  std::uint64_t seed_;
  bool has_c_;
  bool is_fixed_;
  int word_bits_;
  int c_bits_;
  std::size_t c_limbs_;
  int least_exponent_;
  RoundingOperand rounding_;
  Random random_;
  LogCorners a_;
  LogCorners b_;
  LogCorners c_;  // Of a result that is no logarithm any format's, not used.
};

}  // namespace macroscope
