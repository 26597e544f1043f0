// Every derived width of fp_add, once. Twin of models/fp_add/fp_add_shape.h, which says why. Biases
// may be negative; they come as two's complement.
package fp_add_pkg;

  localparam int unsigned PathDual = 1;

  // Where the exponents of an operand begin, on a scale whose bias is `bias`.
  function automatic int floor(
      input int bias, input int own_bias, input int unsigned has_subnormals);
    floor = bias - own_bias + ((has_subnormals != 0) ? 1 : 0);
  endfunction

  function automatic int greater(input int x, input int y);
    greater = (x > y) ? x : y;
  endfunction

  // Whether subnormal operands are normalized, and zeros get the least exponent of all.
  function automatic int unsigned normalizes(
      input int a_bias, input int unsigned a_has_subnormals,
      input int b_bias, input int unsigned b_has_subnormals,
      input int c_bias, input int unsigned flush_inputs, input int unsigned path);
    int bias, a_floor, b_floor;
    bias       = greater(a_bias, b_bias);
    a_floor    = floor(bias, a_bias, a_has_subnormals);
    b_floor    = floor(bias, b_bias, b_has_subnormals);
    normalizes = 0;
    if (a_floor != b_floor) normalizes = 1;
    if (path == PathDual && a_floor + c_bias - bias > 1 && flush_inputs == 0
        && (a_has_subnormals != 0 || b_has_subnormals != 0)) normalizes = 1;
  endfunction

  // How far below the start of the scale normalizing takes the exponents of an operand.
  function automatic int below(
      input int start, input int unsigned fraction_bits, input int unsigned has_subnormals,
      input int unsigned flush_inputs);
    below = -start;
    if (has_subnormals != 0 && flush_inputs == 0) below = $signed(fraction_bits) - start;
  endfunction

  // The bias of the scale on which both operands' exponents are counted, from 0 up.
  function automatic int scale_bias(
      input int a_bias, input int unsigned a_fraction_bits, input int unsigned a_has_subnormals,
      input int b_bias, input int unsigned b_fraction_bits, input int unsigned b_has_subnormals,
      input int c_bias, input int unsigned flush_inputs, input int unsigned path);
    scale_bias = greater(a_bias, b_bias);
    if (normalizes(a_bias, a_has_subnormals, b_bias, b_has_subnormals, c_bias, flush_inputs, path)
        != 0) begin
      scale_bias = scale_bias + greater(0, greater(
          below(floor(scale_bias, a_bias, a_has_subnormals), a_fraction_bits, a_has_subnormals,
                flush_inputs),
          below(floor(scale_bias, b_bias, b_has_subnormals), b_fraction_bits, b_has_subnormals,
                flush_inputs)));
    end
  endfunction

  // Fraction bits of the terms of the near path: down to the last bit of one whose exponent is less
  // by 1.
  function automatic int unsigned near_bits(
      input int unsigned a_fraction_bits, input int unsigned b_fraction_bits);
    near_bits = format_pkg::maximum(a_fraction_bits, b_fraction_bits) + 1;
  endfunction

  // Fraction bits of the aligned terms: also down to the last bit that a rounder of normal numbers
  // looks at, of a difference that lost one leading bit.
  function automatic int unsigned window_bits(
      input int unsigned precision, input int unsigned random_bits,
      input int unsigned near_bits_of_terms);
    window_bits = format_pkg::maximum(precision + format_pkg::maximum(random_bits, 1),
                                      near_bits_of_terms);
  endfunction

endpackage
