// The tables with which arithmetic of log posits goes from logarithms to linear numbers and back
// (Johnson 2018, Rethinking floating point for deep learning: alpha, beta, gamma).
#pragma once

namespace macroscope {

inline constexpr int kMaxLogPositTableBits = 30;

struct LogPositTables {
  int product_bits = 0;    // alpha: fraction bits of a product's significand, 2^fraction - 1.
  int readback_bits = 0;   // beta: fraction bits of a sum that its logarithm is looked up by.
  int logarithm_bits = 0;  // gamma: fraction bits of that logarithm.

  friend bool operator==(const LogPositTables&, const LogPositTables&) = default;
};

// Those of a log posit with so many fraction bits F: F + 1, F + 1, F + 3, as (8, 1, 5, 5, 7) has.
constexpr LogPositTables UsualTables(int fraction_bits) {
  return {fraction_bits + 1, fraction_bits + 1, fraction_bits + 3};
}

}  // namespace macroscope
