// Every derived width of the posit units, once. Twin of models/common/posit_shape.h. Constant
// functions only. A posit has `width` bits and the exponent size `es`.
/* verilator lint_off UNUSEDPARAM */  // one package serves every unit; no unit uses all of it
package posit_pkg;

  // Of the numbers around 1: a sign, the shortest regime, the exponent and this are the whole code.
  function automatic int unsigned significand_bits(
      input int unsigned width, input int unsigned es);
    significand_bits = (width > es + 3) ? width - 2 - es : 1;
  endfunction

  // Of the run behind the first bit of a body, and of its count.
  function automatic int unsigned count_bits(input int unsigned width);
    count_bits = $clog2(width - 1);
  endfunction

  // A scale is a regime, one bit wider than the count of its run, over an exponent.
  function automatic int unsigned scale_bits(input int unsigned width, input int unsigned es);
    scale_bits = count_bits(width) + 1 + es;
  endfunction

  // Of 0 and NaR, and of the greatest number.
  function automatic int zero_scale(input int unsigned width, input int unsigned es);
    zero_scale = -(($signed(width) - 1) * (1 << es));
  endfunction

  function automatic int greatest_scale(input int unsigned width, input int unsigned es);
    greatest_scale = ($signed(width) - 2) * (1 << es);
  endfunction

  function automatic int least(input int x, input int y);
    least = (x < y) ? x : y;
  endfunction

  function automatic int greatest(input int x, input int y);
    greatest = (x > y) ? x : y;
  endfunction

  // The leading one of a result, its fraction, and one bit more; of a posit whose shortest regime
  // leaves no room behind the exponent the leading one alone.
  function automatic int unsigned kept_bits(input int unsigned width, input int unsigned es);
    kept_bits = (width > es + 2) ? width - 1 - es : 1;
  endfunction

  // Fraction bits of aligned terms: what is kept of a sum that lost one leading bit, and all of the
  // terms where more can cancel. `terms` is the widest posit's significand, or the product's bits.
  function automatic int unsigned window_bits(input int unsigned kept, input int unsigned terms);
    window_bits = format_pkg::maximum(kept, terms);
  endfunction

  // A product of the greatest numbers in units of that of the least, two's complement.
  function automatic int unsigned quire_product_bits(
      input int unsigned a_width, input int unsigned a_es,
      input int unsigned b_width, input int unsigned b_es);
    quire_product_bits = 2 + 2 * ($unsigned(greatest_scale(a_width, a_es))
                                  + $unsigned(greatest_scale(b_width, b_es)));
  endfunction

  // The quire that the posit's standard says, for any exponent size.
  function automatic int unsigned quire_bits(input int unsigned width, input int unsigned es);
    quire_bits = (4 * width) << es;
  endfunction

endpackage
