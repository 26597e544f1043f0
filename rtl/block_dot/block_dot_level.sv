// The one term that the accumulator joins, normalized: its highest one at the top. So both are as
// narrow as they can be where they are aligned and added. Twin of models/block_dot/block_dot_level.h.
//
//   magnitude   | 0 ... 0 | 1 | ... |         exponent + (MagnitudeBits - 1 + Bias) - zeros
//   out         | 1 | ... | 0 ... 0 |         a zero has the exponent 0
//
//   in    | sign | exponent | magnitude | flags |         out likewise
module block_dot_level #(
  parameter int unsigned Enable           = 1,   // else data_o = data_i
  parameter int unsigned TermExponentBits = 5,
  parameter int unsigned MagnitudeBits    = 8,
  parameter int unsigned Bias             = 0,   // to the result's exponents
  parameter int unsigned FlagBits         = 0,
  parameter int unsigned ExponentBits     = 6,
  parameter int unsigned InBits           = 14,
  parameter int unsigned OutBits          = 15
) (
  input  logic [InBits-1:0]  data_i,
  output logic [OutBits-1:0] data_o
);

  if (Enable == 0) begin : gen_wires
    assign data_o = data_i[OutBits-1:0];
  end else begin : gen_level
    localparam int unsigned CountBits = $clog2(MagnitudeBits + 1);
    localparam int unsigned WideBits  = format_pkg::maximum(
        format_pkg::maximum(CountBits, TermExponentBits), ExponentBits) + 1;

    logic [CountBits-1:0]     zeros;
    logic [WideBits-1:0]      exponent, above;
    logic [MagnitudeBits-1:0] shifted;
    logic                     unused_top;

    leading_zeros #(.Width(MagnitudeBits)) u_zeros (
      .data_i(data_i[FlagBits +: MagnitudeBits]), .count_o(zeros)
    );
    if (TermExponentBits > 0) begin : gen_exponent
      assign exponent = WideBits'(data_i[FlagBits+MagnitudeBits +: TermExponentBits]);
    end else begin : gen_no_exponent
      assign exponent = '0;
    end
    assign shifted    = data_i[FlagBits +: MagnitudeBits] << zeros;
    assign above      = exponent + WideBits'(MagnitudeBits - 1 + Bias) - WideBits'(zeros);
    assign unused_top = ^above;

    assign data_o[OutBits-1]                 = data_i[InBits-1];
    assign data_o[FlagBits +: MagnitudeBits] = shifted;
    if (ExponentBits > 0) begin : gen_above
      assign data_o[FlagBits+MagnitudeBits +: ExponentBits] =
          above[ExponentBits-1:0] & {ExponentBits{shifted[MagnitudeBits-1]}};
    end
    if (FlagBits > 0) begin : gen_flags
      assign data_o[FlagBits-1:0] = data_i[FlagBits-1:0];
    end
  end

endmodule
