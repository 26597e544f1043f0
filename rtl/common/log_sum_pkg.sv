// The widths of a sum of two numbers given by their logarithms. Twin of
// models/common/log_sum_shape.h.
package log_sum_pkg;

  // Bits that the greatest distance has below its leading one and the mantissa.
  function automatic int unsigned excess_bits(
      input int unsigned mitchell, input int unsigned distance_bits,
      input int unsigned mantissa_bits);
    excess_bits = (mitchell != 0) ? 0 : distance_bits - 1 - mantissa_bits;
  endfunction

  // Of a value from the tables; one constant bit without them.
  function automatic int unsigned base_bits(
      input int unsigned mitchell, input int unsigned sum_bits, input int unsigned difference_bits);
    base_bits = (mitchell != 0) ? 1 : format_pkg::maximum(sum_bits, difference_bits);
  endfunction

  function automatic int unsigned slope_bits(
      input int unsigned excess, input int unsigned sum_bits, input int unsigned difference_bits);
    slope_bits = (excess == 0) ? 1 : format_pkg::maximum(sum_bits, difference_bits);
  endfunction

  // What of the distance is left for the stage after the tables: nothing where they are bipartite.
  function automatic int unsigned rest_bits(
      input int unsigned mitchell, input int unsigned distance_bits, input int unsigned excess,
      input int unsigned fall_bits);
    rest_bits = (mitchell != 0) ? distance_bits
              : (fall_bits != 0) ? 1 : format_pkg::maximum(excess, 1);
  endfunction

  // The logarithm that a value from the tables corrects: the larger term's, or one that lies below
  // it by an entry of co-transformation's tables, in 2^-guard_bits of a step.
  function automatic int unsigned corrected_log_bits(
      input int unsigned split_bits, input int unsigned log_bits, input int unsigned guard_bits,
      input int unsigned high_bits, input int unsigned low_bits);
    int unsigned below_bits;
    below_bits         = format_pkg::maximum(high_bits, low_bits);
    corrected_log_bits = (split_bits == 0) ? log_bits
                       : format_pkg::maximum(log_bits + guard_bits, below_bits + 1) + 1;
  endfunction

  // Mitchell's difference has up to fraction_bits + guard_bits + 1 octaves.
  function automatic int unsigned correction_bits(
      input int unsigned mitchell, input int unsigned fraction_bits, input int unsigned guard_bits,
      input int unsigned base);
    int unsigned unit_bits;
    unit_bits       = fraction_bits + guard_bits;
    correction_bits = (mitchell != 0) ? unit_bits + $clog2(unit_bits + 2) : base;
  endfunction

endpackage
