// A table of a Liberty file: values over the slew at an input and the load at an output, or over
// one of them, or one value for all.
#pragma once

#include <vector>

namespace macroscope {

// Linear between the indices; beyond the first and last the outermost segment goes on, as in
// OpenSTA. Slews in ps, loads in fF; the values' unit is the owner's.
struct LookupTable {
  std::vector<double> slew_ps;  // Ascending. Empty: the values do not depend on the slew.
  std::vector<double> load_ff;  // Likewise.
  std::vector<double> values;   // values[slew index * number of loads + load index]

  double At(double at_slew_ps, double at_load_ff) const;
};

// The table whose value is, everywhere, the sum of both tables' values.
LookupTable Sum(const LookupTable& a, const LookupTable& b);

}  // namespace macroscope
