// What one operation of block_dot adds up, as exact numbers: its products with their scales, or,
// term by term, the sums of those that have both scales in common.
//
// Every term also says where a datapath would align it that looks at exponents alone and normalizes
// nothing: a product at the sum of all its exponents, so that its magnitude is below 2^(exponent+2)
// of normal numbers, less of subnormal ones; a group's sum at those of its scales.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "models/design/design.h"
#include "models/reference/term.h"

namespace macroscope {

struct LaneTerm {
  Term number;
  int alignment_exponent = 0;
};

class LaneTerms {
 public:
  // A term a product, or, if `sums_groups`, one a group. `design` must outlive this.
  LaneTerms(const Design& design, bool sums_groups);

  // The terms of a pair of words (LaneOperand has their layout), each of as many limbs as it needs.
  // They are the caller's to change until the next call.
  std::span<LaneTerm> Load(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b);

 private:
  // The product of one lane, microexponents included; returns where it is aligned.
  int LoadProduct(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b, int lane,
                  Term& product);
  // Multiplies by the scales of the lane, of which a zero keeps the number's sign; returns by how
  // much they move it.
  int ApplyScales(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b, int lane,
                  Term& number);

  const Design& design_;
  std::vector<std::uint64_t> a_values_;  // Of a codebook, by code; else empty.
  std::vector<std::uint64_t> b_values_;
  bool sums_groups_;
  int lanes_a_term_;
  bool flushes_inputs_;
  bool minus_zero_;
  Term product_;
  std::vector<LaneTerm> terms_;
};

// Where a number of a format is aligned: the exponent of its significand's ones; subnormal numbers
// and zero have that of the least normal number, integers have none.
int AlignmentExponent(const Format& format, std::uint64_t code);

}  // namespace macroscope
