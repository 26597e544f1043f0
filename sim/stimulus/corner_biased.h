// Random operands where datapaths tend to be wrong. Half the operations draw a, b and c on their
// own (CornerCodes, DrawFixedCorner); the other half relate them:
//   cancellation   c within a few steps of -a*b
//   alignment      c's exponent within reach of the product's (floating accumulators)
//   limit          a*b near the accumulator's least or greatest numbers; for fixed point, a*b + c
//                  within a few steps of the ends of the range, where it wraps or not
#pragma once

#include <cstdint>

#include "models/design/design.h"
#include "sim/stimulus/corner_codes.h"
#include "sim/stimulus/guess.h"
#include "sim/stimulus/operand_source.h"
#include "sim/stimulus/random.h"

namespace macroscope {

class CornerBiased : public OperandSource {
 public:
  // `c_bits` is Unit::c_bits(): a fixed-point accumulator may carry flags above its word. The
  // stream does not end.
  CornerBiased(const Design& design, int c_bits, std::uint64_t seed);

  std::size_t Fill(std::span<std::uint64_t> a, std::span<std::uint64_t> b,
                   std::span<std::uint64_t> c) override;
  std::string extent() const override;

  // Only c, for given a and b: what an exhaustive walk over pairs is completed with.
  void FillC(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
             std::span<std::uint64_t> c);

 private:
  std::uint64_t DrawFloating(std::uint64_t scenario, std::uint64_t a, std::uint64_t b);
  std::uint64_t LimitB(std::uint64_t a);
  void DrawFixed(std::uint64_t scenario, std::uint64_t a, std::uint64_t b,
                 std::span<std::uint64_t> c);

  std::uint64_t seed_;
  bool is_fixed_;
  int word_bits_;  // c without its flags.
  int c_bits_;
  std::size_t c_limbs_;
  int least_exponent_;  // Of the exact product.
  Random random_;
  CornerCodes a_corners_;
  CornerCodes b_corners_;
  CornerCodes c_corners_;  // Floating accumulators; else any format's, not used.
  Guesser a_guess_;
  Guesser b_guess_;
  Guesser c_guess_;
};

}  // namespace macroscope
