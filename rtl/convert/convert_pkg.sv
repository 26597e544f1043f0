// Every derived width of convert, once. Twin of models/convert/convert_shape.h, which says what a
// height is.
package convert_pkg;

  // What a posit's scale is biased by: the weight of its sign bit.
  function automatic int posit_bias(input int unsigned width, input int unsigned es);
    posit_bias = 1 << (posit_pkg::scale_bits(width, es) - 1);
  endfunction

  // Bits of an operand's own exponent; one constant bit of integers.
  function automatic int unsigned field_bits(
      input int unsigned kind, input int unsigned width, input int unsigned exponent_bits);
    field_bits = (kind == format_pkg::KindPosit) ? posit_pkg::scale_bits(width, exponent_bits)
                                                 : format_pkg::field_bits(kind, exponent_bits);
  endfunction

  // The least and the greatest biased exponent of an operand.
  function automatic int least_exponent(
      input int unsigned kind, input int unsigned width, input int unsigned exponent_bits,
      input int unsigned has_subnormals);
    least_exponent = (kind == format_pkg::KindFloating && has_subnormals != 0) ? 1 : 0;
    if (kind == format_pkg::KindPosit) begin
      least_exponent = posit_pkg::zero_scale(width, exponent_bits)
                       + posit_bias(width, exponent_bits);
    end
  endfunction

  function automatic int greatest_exponent(
      input int unsigned kind, input int unsigned width, input int unsigned exponent_bits);
    greatest_exponent = (kind == format_pkg::KindFloating) ? (1 << exponent_bits) - 1 : 0;
    if (kind == format_pkg::KindPosit) begin
      greatest_exponent = posit_pkg::greatest_scale(width, exponent_bits)
                          + posit_bias(width, exponent_bits);
    end
  endfunction

  // Whether a significand is 0 or has its top bit.
  function automatic int unsigned normalized(
      input int unsigned kind, input int unsigned fraction_bits, input int unsigned has_subnormals,
      input int unsigned flush);
    normalized = (kind == format_pkg::KindPosit
                  || (kind == format_pkg::KindFloating
                      && (has_subnormals == 0 || flush != 0 || fraction_bits == 0))) ? 1 : 0;
  endfunction

  // The greatest exponent of a significand without its top bit; below the least if there is none.
  function automatic int unnormalized_exponent(
      input int unsigned kind, input int unsigned fraction_bits, input int unsigned has_subnormals,
      input int unsigned flush, input int a_least, input int b_least, input int b_greatest);
    unnormalized_exponent = (normalized(kind, fraction_bits, has_subnormals, flush) != 0)
                          ? a_least + b_least - 1 : a_least + b_greatest;
  endfunction

  function automatic int unsigned exponent_bits(input int greatest);
    exponent_bits = (greatest > 0) ? format_pkg::bit_length(128'(unsigned'(greatest))) : 1;
  endfunction

  // Of the target: the significand with its hidden bit, or an integer's magnitude.
  function automatic int unsigned precision(
      input int unsigned kind, input int unsigned width, input int unsigned fraction_bits);
    precision = format_pkg::significand_bits(kind, width, fraction_bits);
  endfunction

  // Only subnormals are looked at one place further down, for tininess.
  function automatic int unsigned guard_bits(
      input int unsigned kind, input int unsigned has_subnormals, input int unsigned random_bits,
      input int unsigned flags, input int unsigned tiny_after);
    guard_bits = (kind == format_pkg::KindFloating && has_subnormals != 0)
               ? format_pkg::guard_bits(random_bits, flags, tiny_after)
               : format_pkg::guard_bits(random_bits, 0, 0);
  endfunction

  // Whether the last stage is the one of sums and products.
  function automatic int unsigned rounds_as_sums(
      input int unsigned kind, input int unsigned has_sign, input int unsigned has_subnormals);
    rounds_as_sums =
        (kind == format_pkg::KindFloating && has_sign != 0 && has_subnormals != 0) ? 1 : 0;
  endfunction

  // Whether infinity becomes a number too large: where overflow has the same result.
  function automatic int unsigned clamps(
      input int unsigned as_sums, input int unsigned kind, input int unsigned specials,
      input int unsigned saturates, input int unsigned can_be_infinite);
    clamps = (as_sums != 0 && format_pkg::has_infinity(kind, specials) != 0 && saturates != 0
              && can_be_infinite != 0) ? 1 : 0;
  endfunction

  // One above the highest, for the carry of rounding, counted from 1; or beyond all numbers.
  function automatic int unsigned shifted_bits(
      input int unsigned kind, input int highest, input int unsigned clamped,
      input int unsigned z_exponent_bits);
    shifted_bits = exponent_bits(highest + 2);
    if (clamped != 0) shifted_bits = format_pkg::maximum(shifted_bits, z_exponent_bits + 1);
    if (kind != format_pkg::KindFloating) shifted_bits = 1;
  endfunction

  // The greatest height that is shifted towards an integer of that precision.
  function automatic int top_height(
      input int unsigned magnitude_bits, input int unsigned significand_bits, input int highest,
      input int highest_unnormalized, input int unsigned wraps);
    top_height = $signed(magnitude_bits) - 1;
    if (wraps != 0 || highest_unnormalized > top_height) begin
      top_height = $signed(magnitude_bits + significand_bits) - 2;
    end
    if (highest < top_height) top_height = highest;
    if (top_height < 0)       top_height = 0;
  endfunction

  // The scale of a leading one, at the least; that of a significand of 0 lies below all its bits.
  function automatic int least_scale(
      input int least_height, input int unsigned significand_bits,
      input int unsigned is_normalized);
    least_scale = least_height - ((is_normalized != 0) ? 0 : $signed(significand_bits));
  endfunction

  function automatic int unsigned leading_scale_bits(
      input int least_height, input int greatest_height, input int unsigned significand_bits,
      input int unsigned is_normalized);
    leading_scale_bits = format_pkg::maximum(
        format_pkg::signed_bits(least_scale(least_height, significand_bits, is_normalized)),
        format_pkg::signed_bits(greatest_height));
  endfunction

  // Of a logarithm in steps, `steps` of them an octave, between those scales; a significand's own may
  // round up to a whole octave.
  function automatic int unsigned steps_bits(
      input int least_height, input int greatest_height, input int unsigned significand_bits,
      input int unsigned is_normalized, input int unsigned steps);
    logic signed [63:0] least, greatest, factor;
    factor     = {32'd0, steps};
    least      = 64'(least_scale(least_height, significand_bits, is_normalized)) * factor;
    greatest   = (64'(greatest_height) + 64'sd1) * factor;
    steps_bits = format_pkg::maximum(format_pkg::wide_signed_bits(least),
                                     format_pkg::wide_signed_bits(greatest));
  endfunction

endpackage
