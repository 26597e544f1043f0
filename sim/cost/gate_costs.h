// 2-input gate counts of building blocks: van Baalen et al., "FP8 versus INT8 for efficient deep
// learning inference" (arXiv 2303.17951), Appendix B. A gate of F inputs counts F - 1, an inverter
// nothing. [x] is the ceiling of x.
//
// The appendix lists no leading-zero detector, no comparator and no sorter. Here they are built
// from what it does list; this is the only place where that happens:
// - LeadingZeroDetector: a tree over the next power of two bits. A node joins the halves' counts of
//   m bits: OR2 for "any one here" and, for each count bit of a half, a MUX2 that takes the left
//   half's count where that half has a one and the right half's elsewhere. The count's new top bit
//   is the inverse of "any one on the left", so it is free.
// - The comparator of two exponents is the subtraction (Add) that alignment needs anyway: its sign
//   is the answer.
// - Sort: two words swapped or not, a MUX2 for each bit of each. SelectLarger: one of the two.
// With these, the registers' widths and the stages' contents of sim/cost/gates_fixed.cc and
// gates_floating.cc, all 15 published designs come out within the reading error of the published
// drawing or 3%, whichever is more; see tests/cost/gates_test.cc.
#pragma once

#include <algorithm>
#include <bit>

namespace macroscope::gate_costs {

inline constexpr int kAnd2 = 1;
inline constexpr int kOr2 = 1;
inline constexpr int kMux2 = 3;
inline constexpr int kXor2 = 3;
inline constexpr int kHalfAdder = 3;
inline constexpr int kFullAdder = 2 * kHalfAdder + kOr2;
inline constexpr int kFlipFlop = 2 * kMux2;  // without scan

// [log2(n)] for n >= 1.
constexpr int Log2(int n) { return std::bit_width(static_cast<unsigned>(n - 1)); }

// Sum of two words of `bits` bits.
constexpr int Add(int bits) { return bits < 1 ? 0 : (bits - 1) * kFullAdder + kHalfAdder; }
constexpr int Increment(int bits) { return bits * kHalfAdder; }

// The appendix has N x N; for M x N there are min - 1 rows of an adder each over max bits.
constexpr int PartialProducts(int a_bits, int b_bits) { return a_bits * b_bits * kAnd2; }
constexpr int ReducePartialProducts(int a_bits, int b_bits) {
  return (a_bits - 1) * (b_bits - 1) * kFullAdder + (std::min(a_bits, b_bits) - 1) * kHalfAdder;
}

// Shifts by 0 to `most`.
constexpr int ShiftLeft(int bits, int most) {
  return bits * Log2(most + 1) * kMux2 - most * (kMux2 - kAnd2);
}
constexpr int ShiftLeftWiden(int bits, int most) {
  return std::max(bits - 2, 0) * Log2(most + 1) * kMux2 + most * (kMux2 + kAnd2);
}
constexpr int ShiftRightSigned(int bits, int most) {
  return std::max(bits - 1, 0) * Log2(most + 1) * kMux2;
}

constexpr int Register(int bits) { return bits * kFlipFlop; }

// Not in the appendix; see above.
constexpr int LeadingZeroDetector(int bits) {
  int cost = 0;
  int nodes = 1 << Log2(bits);
  for (int count_bits = 0; nodes > 1; ++count_bits) {
    nodes /= 2;
    cost += nodes * (kOr2 + count_bits * kMux2);
  }
  return cost;
}
constexpr int Sort(int bits) { return 2 * bits * kMux2; }
constexpr int SelectLarger(int bits) { return bits * kMux2; }

}  // namespace macroscope::gate_costs
