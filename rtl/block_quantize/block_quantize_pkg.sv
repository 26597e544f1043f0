// Every derived width of block_quantize, once. Twin of
// models/block_quantize/block_quantize_shape.h, which says what a key is. Constant functions only.
package block_quantize_pkg;

  // Rules of scales; 0, kFloor, looks at the exponent alone.
  localparam int unsigned RuleCeil  = 1;
  localparam int unsigned RuleEven  = 2;
  localparam int unsigned RuleRceil = 3;

  // The greatest finite exponent field of a floating format.
  function automatic int finite_field(
      input int unsigned exponent_bits, input int unsigned fraction_bits,
      input int unsigned specials, input int unsigned has_sign);
    finite_field = $signed(32'(
        format_pkg::max_code(exponent_bits, fraction_bits, specials, has_sign) >> fraction_bits));
  endfunction

  // The significand of the greatest element: an integer's magnitude, encoders keeping off the one
  // of two's complement that has no negative.
  function automatic logic [63:0] greatest_significand(
      input int unsigned kind, input int unsigned width, input int unsigned exponent_bits,
      input int unsigned fraction_bits, input int unsigned specials, input int unsigned has_sign);
    logic [63:0] code;
    greatest_significand = format_pkg::max_magnitude(kind, width);
    if (kind == format_pkg::KindTwos) greatest_significand = greatest_significand - 64'd1;
    if (kind == format_pkg::KindFloating) begin
      code = format_pkg::max_code(exponent_bits, fraction_bits, specials, has_sign);
      greatest_significand = code & ((64'd1 << fraction_bits) - 64'd1);
      if ((code >> fraction_bits) != 64'd0) begin
        greatest_significand = greatest_significand | (64'd1 << fraction_bits);
      end
    end
  endfunction

  // Of a source without infinity that has to be all ones, one more bit than an element keeps.
  function automatic int unsigned significand_bits(
      input int unsigned fraction_bits, input int unsigned replaces,
      input int unsigned element_bits);
    significand_bits = fraction_bits + 1;
    if (replaces != 0) begin
      significand_bits = format_pkg::maximum(
          significand_bits, (element_bits + 1 < 24) ? element_bits + 1 : 24);
    end
  endfunction

  // Fraction bits that a rule holds against those of elements; kCeil asks only for any.
  function automatic int unsigned compared_bits(
      input int unsigned rule, input int unsigned kind, input int unsigned fraction_bits,
      input logic [63:0] greatest);
    compared_bits = 0;
    if (rule == RuleRceil) compared_bits = format_pkg::bit_length(128'(greatest)) - 1;
    if (rule == RuleEven) begin
      compared_bits = (kind == format_pkg::KindFloating)
                    ? fraction_bits + 1 : format_pkg::bit_length(128'(greatest));
    end
  endfunction

  // An element's greatest significand without the zeros at its end.
  function automatic int unsigned odd_part(input logic [63:0] greatest);
    logic [63:0] odd;
    odd = greatest;
    for (int unsigned i = 0; i < 63; i++) begin
      if (!odd[0]) odd = odd >> 1;
    end
    odd_part = unsigned'(32'(odd));
  endfunction

  // Bits of a quotient that is to be rounded to `kept`: of one below 1 a bit more, and a guard; and
  // as many as a dividend without a hidden bit, of that height at most, can rise.
  function automatic int unsigned quotient_bits(
      input int unsigned kept, input int subnormal_height, input int unsigned fraction_bits);
    quotient_bits = kept + 2;
    if (subnormal_height > $signed(fraction_bits)) quotient_bits = quotient_bits + fraction_bits;
    else if (subnormal_height > 0) quotient_bits = quotient_bits + unsigned'(subnormal_height);
  endfunction

  // The height of the greatest element's leading bit.
  function automatic int element_top(
      input int unsigned kind, input int unsigned exponent_bits, input int unsigned fraction_bits,
      input int unsigned specials, input int unsigned has_sign, input int unsigned has_subnormals,
      input logic [63:0] greatest);
    element_top = $signed(format_pkg::bit_length(128'(greatest))) - 1;
    if (kind == format_pkg::KindFloating) begin
      if (has_subnormals == 0) begin
        element_top = finite_field(exponent_bits, fraction_bits, specials, has_sign);
      end else begin
        element_top = element_top - $signed(fraction_bits);
        if (finite_field(exponent_bits, fraction_bits, specials, has_sign) > 0) begin
          element_top = finite_field(exponent_bits, fraction_bits, specials, has_sign) - 1;
        end
      end
    end
  endfunction

  // Leading zeros that a subnormal's key can have, places below 0 counting as none.
  function automatic int unsigned steps(
      input int code_offset, input int least_code, input int most_micro,
      input int unsigned fraction_bits);
    int places;
    places = 1 + code_offset - least_code;
    if (most_micro > 1) places = places + most_micro - 1;
    steps = 0;
    if (places > 0) steps = unsigned'(places);
    if (steps > fraction_bits) steps = fraction_bits;
  endfunction

  function automatic int greater(input int x, input int y);
    greater = (x > y) ? x : y;
  endfunction

  function automatic int lesser(input int x, input int y);
    lesser = (x < y) ? x : y;
  endfunction

endpackage
