// What a format does with its codes, as parameters spell it, and what follows from that.
// Twin of models/formats/format.h. Constant functions only.
/* verilator lint_off UNUSEDPARAM */  // one package serves every unit; no unit uses all of it
package format_pkg;

  // Kind of an operand.
  localparam int unsigned KindUnsigned      = 0;
  localparam int unsigned KindTwos          = 1;
  localparam int unsigned KindSignMagnitude = 2;
  localparam int unsigned KindFloating      = 3;
  localparam int unsigned KindPosit         = 4;  // Of convert; its ExponentBits are those of es.

  // Special codes of a floating format.
  localparam int unsigned SpecialsIeee            = 0;
  localparam int unsigned SpecialsTopCodeNan      = 1;
  localparam int unsigned SpecialsNone            = 2;
  localparam int unsigned SpecialsNegativeZeroNan = 3;
  localparam int unsigned SpecialsExtended        = 4;

  // Bits of the number x; 0 for 0.
  function automatic int unsigned bit_length(input logic [127:0] x);
    bit_length = 0;
    for (int unsigned i = 0; i < 128; i++) begin
      if (x[i]) bit_length = i + 1;
    end
  endfunction

  // Bits of the two's complement number x.
  function automatic int unsigned wide_signed_bits(input logic signed [63:0] x);
    wide_signed_bits = bit_length({64'd0, x[63] ? ~x : x}) + 1;
  endfunction

  function automatic int unsigned signed_bits(input int x);
    signed_bits = wide_signed_bits(64'(x));
  endfunction

  function automatic int unsigned maximum(input int unsigned x, input int unsigned y);
    maximum = (x > y) ? x : y;
  endfunction

  // Bits of an operand's largest magnitude: Format::significand_bits.
  function automatic int unsigned significand_bits(
      input int unsigned kind, input int unsigned width, input int unsigned fraction_bits);
    if (kind == KindFloating || kind == KindPosit) significand_bits = fraction_bits + 1;
    else if (kind == KindSignMagnitude) significand_bits = width - 1;
    else                                significand_bits = width;
  endfunction

  // Bits of the exponent field; one constant bit for integers, since no port has zero bits.
  function automatic int unsigned field_bits(
      input int unsigned kind, input int unsigned exponent_bits);
    field_bits = (kind == KindFloating) ? exponent_bits : 1;
  endfunction

  // The largest magnitude of an integer.
  function automatic logic [63:0] max_magnitude(
      input int unsigned kind, input int unsigned width);
    max_magnitude = (64'd1 << (width - 1)) - 64'd1;
    if (kind == format_pkg::KindUnsigned) max_magnitude = (64'd1 << width) - 64'd1;
    if (kind == format_pkg::KindTwos)     max_magnitude = 64'd1 << (width - 1);
  endfunction

  // How many codes of the largest magnitudes are not finite numbers.
  function automatic logic [63:0] reserved_codes(
      input int unsigned fraction_bits, input int unsigned specials, input int unsigned has_sign);
    reserved_codes = 64'd0;
    if (specials == SpecialsIeee)       reserved_codes = 64'd1 << fraction_bits;
    if (specials == SpecialsTopCodeNan) reserved_codes = 64'd1;
    if (specials == SpecialsExtended)   reserved_codes = (has_sign != 0) ? 64'd1 : 64'd2;
  endfunction

  // Code of the largest finite magnitude of a floating format.
  function automatic logic [63:0] max_code(
      input int unsigned exponent_bits, input int unsigned fraction_bits,
      input int unsigned specials, input int unsigned has_sign);
    max_code = ((64'd1 << (exponent_bits + fraction_bits)) - 64'd1)
               - reserved_codes(fraction_bits, specials, has_sign);
  endfunction

  // The canonical NaN, and infinity, as magnitudes; the sign bit of the NaN stands apart.
  function automatic logic [63:0] nan_magnitude(
      input int unsigned exponent_bits, input int unsigned fraction_bits,
      input int unsigned specials, input int unsigned has_sign);
    nan_magnitude = 64'd0;
    if (specials == SpecialsIeee) begin
      nan_magnitude = (((64'd1 << exponent_bits) - 64'd1) << fraction_bits)
                      | (64'd1 << (fraction_bits - 1));
    end else if (specials == SpecialsTopCodeNan
                 || (specials == SpecialsExtended && has_sign == 0)) begin
      nan_magnitude = (64'd1 << (exponent_bits + fraction_bits)) - 64'd1;
    end
  endfunction

  function automatic logic [63:0] infinity_magnitude(
      input int unsigned exponent_bits, input int unsigned fraction_bits,
      input int unsigned specials, input int unsigned has_sign);
    infinity_magnitude = 64'd0;
    if (specials == SpecialsIeee) begin
      infinity_magnitude = ((64'd1 << exponent_bits) - 64'd1) << fraction_bits;
    end else if (specials == SpecialsExtended) begin
      infinity_magnitude = (64'd1 << (exponent_bits + fraction_bits))
                           - ((has_sign != 0) ? 64'd1 : 64'd2);
    end
  endfunction

  function automatic int unsigned has_nan(input int unsigned kind, input int unsigned specials);
    has_nan = (kind == KindFloating && specials != SpecialsNone) ? 1 : 0;
  endfunction

  function automatic int unsigned has_infinity(
      input int unsigned kind, input int unsigned specials);
    has_infinity =
        (kind == KindFloating && (specials == SpecialsIeee || specials == SpecialsExtended)) ? 1 : 0;
  endfunction

  // Bits of the rounding operand: a mode, or random bits; one unused bit where there is none, since
  // no port has zero bits.
  function automatic int unsigned rounding_bits(
      input int unsigned rounding, input int unsigned random_bits);
    rounding_bits = 1;
    if (rounding == 6) rounding_bits = random_bits;
    if (rounding == 7) rounding_bits = 3;
  endfunction

  // Bits of flags_o; one constant bit where there are no flags.
  function automatic int unsigned flag_bits(input int unsigned flags);
    flag_bits = (flags != 0) ? 5 : 1;
  endfunction

  // Guard bits that a rounder looks at: GuardBits of models/common/rounder.h.
  function automatic int unsigned guard_bits(
      input int unsigned random_bits, input int unsigned flags, input int unsigned tiny_after);
    guard_bits = (random_bits > 0) ? random_bits : 1;
    if (flags != 0 && tiny_after != 0) guard_bits = guard_bits + 1;
  endfunction

  // Two's complement bits for every exponent from least to greatest.
  function automatic int unsigned range_bits(input int least, input int greatest);
    range_bits = maximum(signed_bits(least), signed_bits(greatest));
  endfunction

  // Bits of the unsigned number x, at least 1, for x that may be negative and then counts as 0.
  function automatic int unsigned unsigned_bits(input int x);
    unsigned_bits = 1;
    if (x > 0) unsigned_bits = bit_length(128'(unsigned'(x)));
  endfunction

  // Bits of a normalized operand. Of all two's complement magnitudes of n bits only 2^(n-1) has n
  // significant ones, and its last bit is 0: n-1 bits hold every one, once normalized.
  function automatic int unsigned normalized_bits(
      input int unsigned kind, input int unsigned significand_bits_of_format);
    normalized_bits = significand_bits_of_format;
    if (kind == KindTwos) normalized_bits = significand_bits_of_format - 1;
  endfunction

  // The least and greatest exponent of a normalized operand, biased like its format.
  function automatic int normalized_least(
      input int unsigned kind, input int unsigned width, input int unsigned fraction_bits,
      input int unsigned has_subnormals, input int unsigned flush_inputs);
    normalized_least = 0;
    if (kind != KindFloating) normalized_least = -$signed(significand_bits(kind, width, 0));
    else if (has_subnormals != 0 && flush_inputs == 0) normalized_least = -$signed(fraction_bits);
  endfunction

  function automatic int normalized_greatest(
      input int unsigned kind, input int unsigned exponent_bits);
    normalized_greatest = 0;
    if (kind == KindFloating) normalized_greatest = (1 << exponent_bits) - 1;
  endfunction

  function automatic int unsigned normalized_exponent_bits(
      input int unsigned kind, input int unsigned width, input int unsigned exponent_bits,
      input int unsigned fraction_bits, input int unsigned has_subnormals,
      input int unsigned flush_inputs);
    normalized_exponent_bits =
        range_bits(normalized_least(kind, width, fraction_bits, has_subnormals, flush_inputs),
                   normalized_greatest(kind, exponent_bits));
  endfunction

endpackage
