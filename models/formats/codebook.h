// A table of values: what each code means is listed. Values are of binary32.
#pragma once

#include <vector>

namespace macroscope {

inline constexpr int kCodebookSignificandBits = 24;  // Of binary32.

struct Codebook {
  // By code; with a sign bit, the magnitudes by the code's other bits. 2 to 256, a power of two.
  std::vector<float> values;
  bool has_sign = false;  // The top bit of the code is the sign. Zero has no sign all the same.
  // Whether `values` has to ascend, so that codes compare as their values do. If not, they stand in
  // any order. No value stands twice either way.
  bool is_ascending = true;
  // Where encoders change from one value to the next, ascending, one fewer than values: a number
  // gets the value of that place among the ascending ones as there are thresholds below it (of its
  // magnitude, with a sign bit). None: the nearest value.
  std::vector<float> thresholds{};

  bool is_signed() const;  // Whether any value is negative.
  int width_bits() const;  // Of a code.
  // Codes below the sign bit, in the order of their values.
  std::vector<int> Order() const;

  friend bool operator==(const Codebook&, const Codebook&) = default;
};

}  // namespace macroscope
