// Flexpoint's exponent manager, Autoflex (Koster et al., "Flexpoint: an adaptive numerical format
// for efficient training of deep neural networks", NeurIPS 2017, Algorithms 1 and 2). All numbers
// of a tensor share one scale kappa = 2^exponent; hardware needs it before the numbers are known.
// So the scale of the next tensor is predicted from the greatest mantissas of the last ones.
//
// Algorithm 2 and its constants are the paper's, the deviation that of the population. Of Algorithm
// 1 the thresholds are uncertain: our copy of the paper cannot be read without doubt there.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>

namespace macroscope {

struct AutoflexConstants {
  int mantissa_bits = 16;    // N: of two's complement.
  double headroom = 2;       // alpha: of the predicted largest magnitude.
  double deviations = 3;     // beta: standard deviations above the largest of the window.
  double offset = 100;       // gamma: mantissa steps above it.
  std::size_t window = 16;   // l: tensors that are remembered.
  int least_exponent = -16;  // What kappa's exponent is kept within: flex16_5 has 5 bits for it.
  int greatest_exponent = 15;
};

class Autoflex {
 public:
  // `exponent` is what the first tensor is tried under.
  explicit Autoflex(const AutoflexConstants& constants = {}, int exponent = 0);

  // Of the scale that the next tensor gets.
  int exponent() const { return exponent_; }

  // Algorithm 1. `largest`: the greatest magnitude of a mantissa of the first tensor under
  // exponent(). False: the scale has moved, and the same tensor is to be made again.
  bool Initialize(std::uint64_t largest);

  // Algorithm 2, after each tensor. Returns chi, the largest magnitude that is predicted for the
  // next.
  double Adjust(std::uint64_t largest);

 private:
  // A mantissa at the end of the range may have been cut there.
  bool Overflows(std::uint64_t largest) const;
  void MoveTo(int exponent);

  AutoflexConstants constants_;
  int exponent_;
  std::deque<double> history_;  // The largest magnitudes of the last tensors.
};

}  // namespace macroscope
