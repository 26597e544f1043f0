// Every derived width of code_sums, once. Twin of models/code_sums/code_sums_shape.h.
package code_sums_pkg;

  // A finite operand in fixed point, two's complement, in units of its least number.
  function automatic int unsigned term_bits(
      input int unsigned kind, input int unsigned width, input int unsigned exponent_bits,
      input int unsigned fraction_bits, input int unsigned specials, input int unsigned has_sign,
      input int unsigned has_subnormals);
    logic [63:0] greatest;
    greatest = format_pkg::max_code(exponent_bits, fraction_bits, specials, has_sign);
    if (kind == format_pkg::KindFloating) begin
      // Significand, places up to the greatest exponent, sign.
      term_bits = fraction_bits + 2 + 32'(greatest >> fraction_bits)
                  - ((has_subnormals != 0) ? 1 : 0);
    end else begin
      term_bits = (kind == format_pkg::KindUnsigned) ? width + 1 : width;
    end
  endfunction

  // Whether an operand may be no finite number.
  function automatic int unsigned flag_bits(input int unsigned kind, input int unsigned specials);
    flag_bits = format_pkg::has_nan(kind, specials) | format_pkg::has_infinity(kind, specials);
  endfunction

endpackage
