// The widths of a sum of two numbers given by their logarithms, x and y, that becomes a code.
// Twin of rtl/common/log_sum_pkg.sv.
#pragma once

#include <algorithm>
#include <cstdint>
#include <memory>

#include "models/common/log_operand.h"
#include "models/common/word.h"
#include "models/design/design.h"
#include "models/tables/gaussian_tables.h"
#include "models/tables/mitchell.h"

namespace macroscope {

struct LogSumShape {
  int x_log_bits = 0;
  int y_log_bits = 0;
  Format z;
  bool is_mitchell = false;
  int fraction_bits = 0;  // Of logarithms, if there are 2^fraction_bits steps an octave.
  int guard_bits = 0;     // Of the correction, below whole steps.
  int distance_bits = 1;  // Beyond these the lower term does not matter.
  MitchellLines lines;
  std::shared_ptr<const GaussianTables> tables;  // None with Mitchell's method.
  double worst_sum = 0, worst_difference = 0;    // Errors in steps, over all distances.

  int log_bits() const { return std::max(x_log_bits, y_log_bits); }
  bool has_slope() const { return !is_mitchell && tables->rest_bits > 0; }
  // Whether there is a stage for differences of short distances, which become sums.
  bool is_cotransformed() const { return !is_mitchell && tables->is_cotransformed(); }
  bool is_bipartite() const { return !is_mitchell && tables->is_bipartite(); }
  // That a line is followed by.
  bool has_rest() const { return has_slope() && !is_bipartite(); }
  int base_bits() const {
    return is_mitchell ? 1
                       : std::max(tables->sum.base.entry_bits, tables->difference.base.entry_bits);
  }
  int slope_bits() const {
    return has_slope() ? std::max(tables->sum.slope.entry_bits, tables->difference.slope.entry_bits)
                       : 1;
  }
  // What of the distance is left for the stage after the tables; one constant bit if nothing.
  int rest_bits() const { return is_mitchell ? distance_bits : has_rest() ? tables->rest_bits : 1; }
  // The logarithm that a value from the tables corrects is the larger term's, or finer and less.
  int log_guard_bits() const { return is_cotransformed() ? guard_bits : 0; }
  int corrected_log_bits() const {
    if (!is_cotransformed()) return log_bits();
    const Cotransformation& split = tables->cotransformation;
    const int below_bits = std::max(split.high.entry_bits, split.low.entry_bits);
    return std::max(log_bits() + guard_bits, below_bits + 1) + 1;
  }
  // Mitchell's difference is at most fraction_bits + guard_bits + 1 octaves.
  int correction_bits() const {
    const int unit_bits = fraction_bits + guard_bits;
    return is_mitchell ? unit_bits + BitLength(static_cast<Word64>(unit_bits + 1)) : base_bits();
  }

  static LogSumShape Derive(const Design& design, int x_log_bits, int y_log_bits);
};

}  // namespace macroscope
