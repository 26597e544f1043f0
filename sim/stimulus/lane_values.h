// What the lanes of an operand are worth: guesses, as sim/stimulus/guess.h has them.
#pragma once

#include "sim/stimulus/element_codes.h"
#include "sim/stimulus/fixed_word.h"
#include "sim/stimulus/lane_codes.h"
#include "sim/stimulus/scale_codes.h"

namespace macroscope {

class LaneValues {
 public:
  // `values`: the format of the elements, or of what codes of a codebook are looked up as.
  LaneValues(const LaneOperand& operand, const Format& values);

  // Of one lane. The first with its microexponent; the second 1 where there is no scale. What is no
  // number is 0.
  Guess Element(const LaneCodes& codes, int lane) const;
  Guess Scale(const LaneCodes& codes, int lane) const;

  const LaneOperand& operand() const { return operand_; }
  const ElementCodes& elements() const { return elements_; }
  const ScaleCodes& scales() const { return scales_; }

 private:
  LaneOperand operand_;
  ElementCodes elements_;
  ScaleCodes scales_;
};

// Both operands of one operation.
struct LanePair {
  const LaneValues& a;
  const LaneCodes& a_codes;
  const LaneValues& b;
  const LaneCodes& b_codes;
};

// About the sum of all products, scales included.
Guess GuessDot(const LanePair& pair);
// Adds the sum to a word of units 2^least_exponent, exactly as far as AddProduct is.
void AddDot(Limbs word, int least_exponent, const LanePair& pair);

}  // namespace macroscope
