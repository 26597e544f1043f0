// Every derived width of int_add, once. Twin of models/int_add/int_add_shape.h.
package int_add_pkg;

  // Bits of the exact sum, two's complement: of magnitudes, what the largest needs and a sign bit;
  // else one above the wider operand, an unsigned one with its sign bit.
  function automatic int unsigned exact_bits(
      input int unsigned a_kind, input int unsigned a_width,
      input int unsigned b_kind, input int unsigned b_width);
    if (a_kind == format_pkg::KindUnsigned && b_kind == format_pkg::KindUnsigned) begin
      exact_bits = format_pkg::bit_length(128'(format_pkg::max_magnitude(a_kind, a_width))
                                          + 128'(format_pkg::max_magnitude(b_kind, b_width)))
                   + 1;
    end else begin
      exact_bits = format_pkg::maximum(
          (a_kind == format_pkg::KindUnsigned) ? a_width + 1 : a_width,
          (b_kind == format_pkg::KindUnsigned) ? b_width + 1 : b_width) + 1;
    end
  endfunction

  // Bits of the terms and their sum: of a result that wraps, no more than it has.
  function automatic int unsigned sum_bits(
      input int unsigned a_kind, input int unsigned a_width,
      input int unsigned b_kind, input int unsigned b_width,
      input int unsigned result_bits, input int unsigned saturate);
    sum_bits = exact_bits(a_kind, a_width, b_kind, b_width);
    if (saturate == 0 && result_bits < sum_bits) sum_bits = result_bits;
  endfunction

endpackage
