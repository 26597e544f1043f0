// Widths of a product of two integers. Twin of models/common/integer_shape.h.
package integer_pkg;

  // Whether the multiplier is a two's complement one: if any operand is two's complement. Otherwise
  // it multiplies magnitudes, and the product's sign goes beside them.
  function automatic int unsigned is_signed(input int unsigned a_kind, input int unsigned b_kind);
    is_signed =
        (a_kind == format_pkg::KindTwos || b_kind == format_pkg::KindTwos) ? 1 : 0;
  endfunction

  // Bits of an operand at the multiplier.
  function automatic int unsigned factor_bits(
      input int unsigned kind, input int unsigned width, input int unsigned signed_multiplier);
    factor_bits = width;
    if (signed_multiplier != 0 && kind == format_pkg::KindUnsigned) factor_bits = width + 1;
    if (signed_multiplier == 0 && kind == format_pkg::KindSignMagnitude) factor_bits = width - 1;
  endfunction

  // Bits of the exact product, two's complement.
  function automatic int unsigned product_bits(
      input int unsigned a_kind, input int unsigned a_width,
      input int unsigned b_kind, input int unsigned b_width);
    product_bits = format_pkg::bit_length(128'(format_pkg::max_magnitude(a_kind, a_width))
                                          * 128'(format_pkg::max_magnitude(b_kind, b_width)))
                   + 1;
  endfunction

endpackage
