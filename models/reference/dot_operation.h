// The unit block_dot: the terms of one operation (lane_terms.h), reduced to one number in one of
// the three ways (models/design/dot_product.h), and the accumulator.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "models/design/design.h"
#include "models/reference/fixed_sum.h"
#include "models/reference/lane_terms.h"
#include "models/reference/rounding.h"

namespace macroscope {

class DotOperation {
 public:
  // `design` must outlive this.
  explicit DotOperation(const Design& design);

  // 64-bit limbs of c and z.
  int limbs() const { return fixed_ ? fixed_->limbs() : 1; }

  // z = c + the sum of the operation's products. a and b have as many limbs as their words need.
  void Operate(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b,
               const std::uint64_t* c, std::uint64_t* z);
  // z = +0 + the exact sum of all products of all operations, `a_limbs` and `b_limbs` of each;
  // rounded once, or wrapped or saturated once. Throws std::invalid_argument if the design's own
  // sums are not exact.
  void Dot(std::span<const std::uint64_t> a, std::size_t a_limbs, std::span<const std::uint64_t> b,
           std::size_t b_limbs, std::uint64_t* z);

 private:
  using Code = std::uint64_t;

  // One exact sum of the terms, and of c if it is joined, all of them cut before it if need be.
  Code OneSum(std::span<LaneTerm> terms, Code c);
  // What aligned terms are multiples of is 2 to the power of this.
  int Quantum(std::span<const LaneTerm> terms, Code c) const;
  Code Tree(std::span<const LaneTerm> terms);

  Code Round(const Term& term);
  // The sum of two codes of the accumulator's format, rounded into it.
  Code RoundedSum(Code x, Code y);

  const Design& design_;
  LaneTerms terms_;
  std::optional<FixedSum> fixed_;
  RoundingChoice choice_;
  bool flushes_inputs_;
  bool joined_;
  bool minus_zero_;
  Term addend_;
  Term sum_;
  std::vector<Code> nodes_;  // Of the tree.
  BigInteger scratch_;
};

}  // namespace macroscope
