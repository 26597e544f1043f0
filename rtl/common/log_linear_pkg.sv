// The octave's width, which is derived in every top. Twin of models/common/log_shape.h.
package log_linear_pkg;

  // The logarithm's whole bits; a bit more where its table's entry has an octave that adds to them.
  function automatic int unsigned octave_bits(
      input int unsigned log_bits, input int unsigned fraction_bits,
      input int unsigned entry_octave_bits);
    octave_bits = log_bits - fraction_bits;
    if (entry_octave_bits > octave_bits) octave_bits = entry_octave_bits;
    if (entry_octave_bits > 0) octave_bits = octave_bits + 1;
  endfunction

endpackage
