// Every derived width of fp_fma, once. Twin of models/fp_fma/fp_fma_shape.h.
package fp_fma_pkg;

  // Fraction bits of the aligned terms, of which the lower is U2.window. Down to the last bit that a
  // rounder of normal numbers looks at, of a sum that lost one leading bit: Precision + 1, or more
  // for random bits. And down to the product's last bit where the
  // addend's exponent is greater by 2, the most at which leading bits can cancel: ProductBits.
  function automatic int unsigned window_bits(
      input int unsigned precision, input int unsigned random_bits,
      input int unsigned product_bits);
    window_bits = format_pkg::maximum(precision + format_pkg::maximum(random_bits, 1),
                                      product_bits);
  endfunction

  // Dual path: what a rounder looks at, of a number in [1, 2).
  function automatic int unsigned looked_at(
      input int unsigned precision, input int unsigned random_bits);
    looked_at = precision + format_pkg::maximum(random_bits, 1);
  endfunction

  // Dual path: how far above the product's units the addend's begin. There the whole product is
  // below what a rounder looks at, of a difference that lost one leading bit.
  function automatic int unsigned above_bits(
      input int unsigned precision, input int unsigned random_bits);
    above_bits = looked_at(precision, random_bits) + 2;
  endfunction

  // Dual path: at most, of an operand that is not 0.
  function automatic int unsigned leading_zeros(
      input int unsigned kind, input int unsigned significand_bits,
      input int unsigned has_subnormals, input int unsigned flush_inputs);
    leading_zeros = significand_bits - 1;
    if (kind == format_pkg::KindFloating && (has_subnormals == 0 || flush_inputs != 0)) begin
      leading_zeros = 0;
    end
  endfunction

  // Dual path: fraction bits of the window, U(above_bits+1).window. The product's, and all that a
  // rounder looks at of the product with the most leading zeros, but none below what it looks at of
  // the least subnormal number. `a_low` and `b_low` are the exponents of operands that have them.
  function automatic int unsigned wide_window_bits(
      input int unsigned looked, input int unsigned product_bits,
      input int unsigned a_zeros, input int unsigned b_zeros,
      input int a_greatest, input int b_greatest, input int exponent_offset);
    int zeros;
    int exponent;
    int bits;
    wide_window_bits = product_bits - 2;
    for (int unsigned i = 0; i < 4; i++) begin
      zeros    = ((i % 2 == 1) ? $signed(a_zeros) : 0) + ((i / 2 == 1) ? $signed(b_zeros) : 0);
      exponent = ((i % 2 == 1 && a_greatest > 1) ? 1 : a_greatest)
                 + ((i / 2 == 1 && b_greatest > 1) ? 1 : b_greatest) + exponent_offset;
      bits     = $signed(looked) + ((zeros < exponent - 1) ? zeros : exponent - 1);
      if (bits > $signed(wide_window_bits)) wide_window_bits = $unsigned(bits);
    end
  endfunction

  // Bits of the greater exponent of product and addend; it is 1 or more.
  function automatic int unsigned aligned_exponent_bits(
      input int unsigned addend_exponent_bits, input int product_greatest);
    aligned_exponent_bits = addend_exponent_bits;
    if (product_greatest > 0) begin
      aligned_exponent_bits = format_pkg::maximum(
          addend_exponent_bits, format_pkg::bit_length(128'($unsigned(product_greatest))));
    end
  endfunction

endpackage
