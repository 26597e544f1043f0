// Every derived width of block_dot, once. Twin of models/block_dot/block_dot_shape.h.
package block_dot_pkg;

  localparam int unsigned ReductionExact       = 0;
  localparam int unsigned ReductionMaxExponent = 1;
  localparam int unsigned ReductionTree        = 2;
  localparam int unsigned TermsBlocks          = 1;

  // Of an operand's scale: none, a value, or the two's complement exponent of two.
  localparam int unsigned ScalingNone     = 0;
  localparam int unsigned ScalingExponent = 2;

  function automatic int unsigned minimum(input int unsigned x, input int unsigned y);
    minimum = (x < y) ? x : y;
  endfunction

  function automatic int unsigned bits_of(input int unsigned x);
    bits_of = format_pkg::bit_length(128'(x));
  endfunction

  // Ports of no width have one bit, which nothing looks at.
  function automatic int unsigned port(input int unsigned bits);
    port = (bits > 0) ? bits : 1;
  endfunction

  // --- scales and microexponents -------------------------------------------------------------

  function automatic int unsigned is_floating(input int unsigned kind);
    is_floating = (kind == format_pkg::KindFloating) ? 1 : 0;
  endfunction

  function automatic int unsigned scale_exponent_bits(
      input int unsigned scaling, input int unsigned kind, input int unsigned width,
      input int unsigned exponent_bits);
    scale_exponent_bits = 0;
    if (scaling == ScalingExponent)                            scale_exponent_bits = width;
    else if (scaling != ScalingNone && is_floating(kind) != 0) scale_exponent_bits = exponent_bits;
  endfunction

  // Bits of a scale that are a factor; none of powers of two.
  function automatic int unsigned scale_factor_bits(
      input int unsigned scaling, input int unsigned kind, input int unsigned width,
      input int unsigned fraction_bits, input int unsigned has_subnormals,
      input int unsigned has_zero);
    scale_factor_bits = 0;
    if (scaling != ScalingNone && scaling != ScalingExponent) begin
      if (is_floating(kind) == 0 || fraction_bits != 0 || has_subnormals != 0 || has_zero != 0) begin
        scale_factor_bits = format_pkg::significand_bits(kind, width, fraction_bits);
      end
    end
  endfunction

  function automatic int unsigned scale_has_nan(
      input int unsigned scaling, input int unsigned kind, input int unsigned specials);
    scale_has_nan = 0;
    if (scaling != ScalingNone && scaling != ScalingExponent) begin
      scale_has_nan = format_pkg::has_nan(kind, specials);
    end
  endfunction

  // The exponent of a scale's least numbers, as its field has it.
  function automatic int unsigned scale_least_exponent(
      input int unsigned scaling, input int unsigned kind, input int unsigned has_subnormals);
    scale_least_exponent = 0;
    if (scaling != ScalingNone && scaling != ScalingExponent) begin
      scale_least_exponent = kulisch_mac_pkg::least_exponent(kind, has_subnormals);
    end
  endfunction

  // The greatest one, of any code.
  function automatic int unsigned greatest_code(input int unsigned bits);
    greatest_code = (32'd1 << bits) - 32'd1;
  endfunction

  // The significand of the greatest scale, and how far it stands above the least one's units.
  function automatic logic [63:0] scale_significand(
      input int unsigned scaling, input int unsigned kind, input int unsigned width,
      input int unsigned exponent_bits, input int unsigned fraction_bits,
      input int unsigned specials, input int unsigned has_sign, input int unsigned has_subnormals);
    scale_significand = 64'd1;
    if (scaling != ScalingNone && scaling != ScalingExponent) begin
      scale_significand = kulisch_mac_pkg::max_significand(
          kind, width, exponent_bits, fraction_bits, specials, has_sign, has_subnormals);
    end
  endfunction

  function automatic int unsigned scale_shift(
      input int unsigned scaling, input int unsigned kind, input int unsigned width,
      input int unsigned exponent_bits, input int unsigned fraction_bits,
      input int unsigned specials, input int unsigned has_sign, input int unsigned has_subnormals);
    scale_shift = 0;
    if (scaling == ScalingExponent) begin
      scale_shift = greatest_code(width);
    end else if (scaling != ScalingNone) begin
      scale_shift = kulisch_mac_pkg::max_shift(kind, exponent_bits, fraction_bits, specials,
                                               has_sign, has_subnormals);
    end
  endfunction

  // The greatest sum of two microexponents.
  function automatic int unsigned most_micro(
      input int unsigned a_micro_bits, input int unsigned b_micro_bits);
    most_micro = greatest_code(a_micro_bits) + greatest_code(b_micro_bits);
  endfunction

  // --- exact sums ----------------------------------------------------------------------------

  // Magnitude bits of the exact sum of so many products of the greatest numbers.
  function automatic int unsigned sum_magnitude_bits(
      input logic [63:0] a_significand, input logic [63:0] b_significand, input int unsigned count,
      input int unsigned shift);
    sum_magnitude_bits =
        format_pkg::bit_length(128'(a_significand) * 128'(b_significand) * 128'(count)) + shift;
  endfunction

  // The same of products that have scales.
  function automatic int unsigned scaled_magnitude_bits(
      input logic [63:0] a_significand, input logic [63:0] b_significand,
      input logic [63:0] a_scale, input logic [63:0] b_scale, input int unsigned count,
      input int unsigned shift);
    scaled_magnitude_bits =
        format_pkg::bit_length(128'(a_significand) * 128'(b_significand) * 128'(count)
                               * 128'(a_scale) * 128'(b_scale)) + shift;
  endfunction

  // --- the window ----------------------------------------------------------------------------

  function automatic int unsigned integer_bits(
      input int unsigned magnitude_bits, input int unsigned fraction_bits);
    integer_bits = 1;
    if (magnitude_bits > fraction_bits) integer_bits = magnitude_bits - fraction_bits;
  endfunction

  function automatic int unsigned fraction_bits(
      input int unsigned reduction, input int unsigned window, input int unsigned joined,
      input int unsigned term_fraction_bits, input int unsigned precision);
    if (reduction == ReductionMaxExponent) begin
      fraction_bits = window;
    end else if (joined != 0) begin
      fraction_bits = format_pkg::maximum(precision + 1, term_fraction_bits);
    end else begin
      fraction_bits = precision;
      if (term_fraction_bits > precision + 1) fraction_bits = term_fraction_bits - 1;
    end
  endfunction

  // Bits of the greatest exponent in the window.
  function automatic int unsigned window_exponent_bits(
      input int unsigned joined, input int unsigned c_exponent_bits,
      input int unsigned greatest_exponent, input int offset);
    int greatest;
    greatest = (joined != 0) ? $signed(greatest_code(c_exponent_bits)) : 1;
    if ($signed(greatest_exponent) + offset > greatest) begin
      greatest = $signed(greatest_exponent) + offset;
    end
    window_exponent_bits = format_pkg::unsigned_bits(greatest);
  endfunction

  // Bits that the sum of so many terms has above each of them.
  function automatic int unsigned carry_bits(input int unsigned terms);
    carry_bits = bits_of(terms - 1);
  endfunction

  // Zeros below a sum that is shorter than what the rounder looks at.
  function automatic int unsigned pad_bits(
      input int unsigned sum_bits, input int unsigned precision);
    pad_bits = 0;
    if (sum_bits < precision + 2) pad_bits = precision + 2 - sum_bits;
  endfunction

  function automatic int unsigned normalized_exponent_bits(
      input int unsigned exponent_bits, input int unsigned top_exponent);
    normalized_exponent_bits = format_pkg::maximum(exponent_bits, bits_of(top_exponent)) + 1;
  endfunction

endpackage
