// Every derived width of elma_mac, once. Twin of models/elma_mac/elma_mac_shape.h.
package elma_mac_pkg;

  // Fraction bits of the numbers around one, which have most.
  function automatic int unsigned fraction_bits(
      input int unsigned width, input int unsigned exponent_bits);
    fraction_bits = width - 3 - exponent_bits;
  endfunction

  // The regime counts octaves of octaves from -(width-1), of no number, to width-2.
  function automatic int unsigned regime_bits(input int unsigned width);
    regime_bits = $clog2(width - 1) + 1;
  endfunction

  // Of an operand's logarithm: | regime | exponent | fraction |.
  function automatic int unsigned log_bits(input int unsigned width);
    log_bits = regime_bits(width) + width - 3;
  endfunction

  // log2 of the greatest number.
  function automatic int unsigned max_scale(
      input int unsigned width, input int unsigned exponent_bits);
    max_scale = (width - 2) << exponent_bits;
  endfunction

endpackage
