// All operations a*b + c of an 8-bit format, or an evenly scattered share of them.
#pragma once

#include <cstdint>
#include <string>

#include "models/design/design.h"
#include "sim/stimulus/operand_source.h"
#include "sim/stimulus/random.h"

namespace macroscope {

// Walks all 2^24 triples (a, b, c), under each mode of a rounding port, with random dice for
// stochastic rounding. A share of 1/N takes N times fewer, each at most once, in an order that the
// seed decides.
class Triples : public OperandSource {
 public:
  // `design` has three operands of 8 bits. `share` is a power of two: N; 1 is all.
  Triples(const Design& design, std::uint64_t share, std::uint64_t seed);

  std::size_t Fill(const OperandBuffers& out) override;
  std::string extent() const override;
  std::uint64_t size() const { return size_; }

 private:
  std::uint64_t share_;
  std::uint64_t seed_;
  std::uint64_t modes_;  // Of a rounding port; else 1.
  int random_bits_;
  std::uint64_t size_;
  std::uint64_t next_ = 0;
  Random random_;
};

}  // namespace macroscope
