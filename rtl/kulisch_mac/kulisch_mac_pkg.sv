// Every derived width of kulisch_mac, once. Twin of models/kulisch_mac/kulisch_mac_shape.h.
package kulisch_mac_pkg;

  // The significand of an operand's largest finite value.
  function automatic logic [63:0] max_significand(
      input int unsigned kind, input int unsigned width, input int unsigned exponent_bits,
      input int unsigned fraction_bits, input int unsigned specials, input int unsigned has_sign,
      input int unsigned has_subnormals);
    logic [63:0] code;
    logic [63:0] hidden;
    code   = format_pkg::max_code(exponent_bits, fraction_bits, specials, has_sign);
    hidden = 64'd1 << fraction_bits;
    max_significand = format_pkg::max_magnitude(kind, width);
    if (kind == format_pkg::KindFloating) begin
      max_significand = code & (hidden - 64'd1);
      if ((code >> fraction_bits) != 64'd0 || has_subnormals == 0) begin
        max_significand = max_significand | hidden;
      end
    end
  endfunction

  // How far that significand stands above the format's quantum.
  function automatic int unsigned max_shift(
      input int unsigned kind, input int unsigned exponent_bits, input int unsigned fraction_bits,
      input int unsigned specials, input int unsigned has_sign, input int unsigned has_subnormals);
    logic [63:0] field;
    field = format_pkg::max_code(exponent_bits, fraction_bits, specials, has_sign)
            >> fraction_bits;
    max_shift = 0;
    if (kind == format_pkg::KindFloating) begin
      max_shift = field[31:0];
      if (has_subnormals != 0 && field != 64'd0) max_shift = max_shift - 1;
    end
  endfunction

  // Bits of the exact product, two's complement.
  function automatic int unsigned product_bits(
      input logic [63:0] a_significand, input int unsigned a_shift,
      input logic [63:0] b_significand, input int unsigned b_shift);
    product_bits = format_pkg::bit_length(128'(a_significand) * 128'(b_significand))
                   + a_shift + b_shift + 1;
  endfunction

  // The exponent that an unshifted significand has: 1 where exponent field 0 means subnormal.
  function automatic int unsigned least_exponent(
      input int unsigned kind, input int unsigned has_subnormals);
    least_exponent = (kind == format_pkg::KindFloating && has_subnormals != 0) ? 1 : 0;
  endfunction

  // Bits of the sum of two exponent fields.
  function automatic int unsigned exponent_bits(
      input int unsigned a_kind, input int unsigned a_exponent_bits,
      input int unsigned b_kind, input int unsigned b_exponent_bits);
    exponent_bits = format_pkg::maximum(format_pkg::field_bits(a_kind, a_exponent_bits),
                                        format_pkg::field_bits(b_kind, b_exponent_bits)) + 1;
  endfunction

  // Sticky flags above the accumulator: NaN; with infinities also +infinity and -infinity.
  function automatic int unsigned flag_bits(
      input int unsigned a_kind, input int unsigned a_specials,
      input int unsigned b_kind, input int unsigned b_specials);
    flag_bits = 0;
    if (format_pkg::has_nan(a_kind, a_specials) != 0
        || format_pkg::has_nan(b_kind, b_specials) != 0) flag_bits = 1;
    if (format_pkg::has_infinity(a_kind, a_specials) != 0
        || format_pkg::has_infinity(b_kind, b_specials) != 0) flag_bits = 3;
  endfunction

endpackage
