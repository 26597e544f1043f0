// Random operands where datapaths tend to be wrong. Half the operations draw a, b and c on their
// own (CornerCodes, DrawFixedCorner); the other half relate them:
//   cancellation   c within a few steps of -a*b
//   alignment      c's exponent within reach of the product's (floating accumulators)
//   limit          a*b near the accumulator's least or greatest numbers; for fixed point, a*b + c
//                  within a few steps of the ends of the range, where it wraps or not
// Units without an addend are treated alike: b of fp_add is drawn as c would be, against a alone;
// fp_mul has the limits; a of convert lies at or between neighbouring numbers of the target.
#pragma once

#include <cstdint>

#include "models/design/design.h"
#include "sim/stimulus/addend.h"
#include "sim/stimulus/corner_codes.h"
#include "sim/stimulus/guess.h"
#include "sim/stimulus/random.h"
#include "sim/stimulus/random_source.h"
#include "sim/stimulus/rounding_operand.h"

namespace macroscope {

// For units of one product an operation.
class CornerBiased : public RandomSource {
 public:
  // `c_bits` is Unit::c_bits(): a fixed-point accumulator may carry flags above its word. The
  // stream does not end.
  CornerBiased(const Design& design, int c_bits, std::uint64_t seed);

  std::size_t Fill(const OperandBuffers& out) override;
  std::string extent() const override;
  void Complete(const OperandBuffers& out) override;

 private:
  void DrawPair(Relation relation, std::uint64_t& a, std::uint64_t& b);
  void DrawC(Relation relation, const OperandBuffers& out, std::size_t i);
  std::uint64_t DrawSource(Relation relation);
  std::uint64_t LimitB(std::uint64_t a);

  std::uint64_t seed_;
  UnitKind unit_;
  bool has_b_;
  bool has_c_;
  RoundingOperand rounding_;
  bool is_fixed_;
  int word_bits_;  // c without its flags.
  int c_bits_;
  std::size_t c_limbs_;
  int least_exponent_;  // Of the exact product.
  Random random_;
  CornerCodes a_corners_;
  CornerCodes b_corners_;
  CornerCodes c_corners_;  // Of the result's format; of a fixed-point word any format's, not used.
  Guesser a_guess_;
  Guesser b_guess_;
  Guesser c_guess_;
};

}  // namespace macroscope
