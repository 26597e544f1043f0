// A key's leading bit, and what is below it. Those of subnormal numbers come up by as many places as
// the scale's format reaches down; smaller ones are only told to be.
module block_quantize_normalize #(
  parameter  int unsigned ExponentBits    = 8,
  parameter  int unsigned KeyFractionBits = 0,
  parameter  int unsigned KeyHasRest      = 0,
  parameter  int unsigned Steps           = 0,
  localparam int unsigned KeyBits         = ExponentBits + KeyFractionBits + KeyHasRest,
  localparam int unsigned WideBits        = (KeyFractionBits > 0) ? KeyFractionBits : 1,
  // Two's complement, from 1 - Steps to the greatest field.
  localparam int unsigned LeadingBits     = format_pkg::range_bits(-$signed(Steps),
                                                                   (1 << ExponentBits) - 1)
) (
  input  logic [KeyBits-1:0]            key_i,
  output logic                          is_below_o,
  output logic signed [LeadingBits-1:0] exponent_o,
  output logic [WideBits-1:0]           fraction_o,  // one bit of 0, where a key has none
  output logic                          rest_o
);

  logic [ExponentBits-1:0] field;
  logic [WideBits-1:0]     fraction;
  logic                    is_subnormal;

  assign field        = key_i[KeyBits-1 -: ExponentBits];
  assign is_subnormal = field == '0;
  if (KeyHasRest != 0) begin : gen_rest
    assign rest_o = key_i[0];
  end else begin : gen_no_rest
    assign rest_o = 1'b0;
  end
  if (KeyFractionBits > 0) begin : gen_fraction
    assign fraction = key_i[KeyHasRest +: KeyFractionBits];
  end else begin : gen_no_fraction
    assign fraction = 1'b0;
  end

  if (Steps > 0) begin : gen_steps
    localparam int unsigned CountBits = $clog2(Steps + 1);
    logic [CountBits-1:0]          zeros;
    logic signed [LeadingBits-1:0] above, below;

    leading_zeros #(.Width(Steps)) u_count (
      .data_i(fraction[WideBits-1 -: Steps]), .count_o(zeros)
    );
    // The leading one itself goes out at the top.
    assign above      = LeadingBits'(zeros);
    assign below      = -above;
    assign is_below_o = is_subnormal && zeros == CountBits'(Steps);
    assign exponent_o = is_subnormal ? below : LeadingBits'(field);
    assign fraction_o = is_subnormal && !is_below_o ? (fraction << zeros) << 1 : fraction;
  end else begin : gen_no_steps
    assign is_below_o = is_subnormal;
    assign exponent_o = LeadingBits'(field);
    assign fraction_o = fraction;
  end

endmodule
