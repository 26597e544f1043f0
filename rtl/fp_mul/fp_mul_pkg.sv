// Every derived width of fp_mul, once. Twin of models/fp_mul/fp_mul_shape.h.
package fp_mul_pkg;

  // Leading bits of the product that are kept one by one, in U2: a significand and what rounding a
  // normal number looks at, below a leading zero if the product is less than 2. All others are
  // sticky. A subnormal result moves right, so that its bits, guard bits included, are among them.
  function automatic int unsigned window_bits(
      input int unsigned precision, input int unsigned random_bits);
    window_bits = 1 + precision + format_pkg::maximum(random_bits, 1);
  endfunction

  // The furthest that a subnormal result moves right. `least` is the least exponent of the
  // product's units, biased like the result's.
  function automatic int unsigned max_distance(input int least, input int unsigned window);
    max_distance = 0;
    if (least < 0) max_distance = (-least < $signed(window)) ? $unsigned(-least) : window;
  endfunction

endpackage
