// Random operands of block_dot where its datapaths tend to be wrong. Elements, microexponents and
// scales follow the patterns of sim/stimulus/lane_patterns.h; many operations then relate them:
//   cancellation   products of lanes cancel in pairs, all of them or all but one
//   reach          scales, or elements without scales, are shifted until the sum is near the least
//                  or the greatest numbers of a floating accumulator, or anywhere between
// c is drawn against the sum as sim/stimulus/addend.h says. NaNs, of scales too, and infinities are
// in few operations, since one of them hides all else.
#pragma once

#include <cstdint>
#include <string>

#include "models/design/design.h"
#include "sim/stimulus/addend.h"
#include "sim/stimulus/lane_patterns.h"
#include "sim/stimulus/random_source.h"

namespace macroscope {

class BlockOperands : public RandomSource {
 public:
  // For designs with design.dot.lanes > 0. `c_bits` is Unit::c_bits(). The stream does not end.
  BlockOperands(const Design& design, int c_bits, std::uint64_t seed);

  std::size_t Fill(const OperandBuffers& out) override;
  std::string extent() const override;
  void Complete(const OperandBuffers& out) override;

 private:
  void DrawLanes();
  void CancelPairs();
  void Reach();
  void AddSpecials();
  // Against what a_codes_ and b_codes_ hold.
  void DrawC(Limbs c);

  LanePair pair() const { return {a_, a_codes_, b_, b_codes_}; }
  std::uint64_t AnyLane() { return random_.Below(static_cast<std::uint64_t>(lanes_)); }
  bool OneOf(std::uint64_t count) { return random_.Below(count) == 0; }

  std::uint64_t seed_;
  int lanes_;
  bool is_fixed_;
  int word_bits_;  // c without its flags.
  int c_bits_;
  OperandLimbs limbs_;
  int least_exponent_;  // Of the exact sum.
  int reach_;
  int significant_bits_;  // Of the sum, as far as c's alignment goes.
  Random random_;
  LaneValues a_;
  LaneValues b_;
  LaneCodes a_codes_;
  LaneCodes b_codes_;
  CornerCodes c_corners_;  // Of the result's format; of a fixed-point word any format's, not used.
  Guesser c_guess_;
};

}  // namespace macroscope
