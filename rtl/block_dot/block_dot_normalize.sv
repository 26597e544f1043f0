// Shifts the sum's highest one to the top, or as far up as the least exponent allows.
// Twin of models/block_dot/block_dot_normalize.h.
//
//   sum       | integer and carry bits | fraction ...... |   the top is worth 2^TopExponent at exponent
//   shifted   | 1 | fraction | guard | rest |                rest OR-ed into sticky; exponent 0 if the
//                                                            top is 0
//   in    | sign | exponent | sum | nan infinity infinity_sign |
//   out   | sign | exponent | significand | guard | sticky nan infinity infinity_sign |
module block_dot_normalize #(
  parameter int unsigned Enable       = 1,   // else data_o = data_i
  parameter int unsigned SumBits      = 34,
  parameter int unsigned ExponentBits = 8,
  parameter int unsigned TopExponent  = 2,
  parameter int unsigned Precision    = 24,
  parameter int unsigned InBits       = 46,
  parameter int unsigned OutBits      = 40
) (
  input  logic [InBits-1:0]  data_i,
  output logic [OutBits-1:0] data_o
);

  if (Enable == 0) begin : gen_wires
    assign data_o = data_i[OutBits-1:0];
  end else begin : gen_normalize
    localparam int unsigned PadBits        = block_dot_pkg::pad_bits(SumBits, Precision);
    localparam int unsigned Width          = SumBits + PadBits;
    localparam int unsigned RestBits       = Width - Precision - 1;
    localparam int unsigned CountBits      = $clog2(Width + 1);
    localparam int unsigned NormalizedBits =
        block_dot_pkg::normalized_exponent_bits(ExponentBits, TopExponent);
    localparam int unsigned WideBits       = format_pkg::maximum(CountBits, NormalizedBits);

    logic [Width-1:0]          sum, shifted;
    logic [CountBits-1:0]      zeros;
    logic [NormalizedBits-1:0] limit, exponent;
    logic [WideBits-1:0]       shift;

    assign sum = Width'(data_i[3 +: SumBits]) << PadBits;

    leading_zeros #(.Width(Width)) u_zeros (.data_i(sum), .count_o(zeros));

    // The least exponent is 1.
    assign limit   = NormalizedBits'(data_i[InBits-2 -: ExponentBits])
                     + NormalizedBits'(TopExponent) - NormalizedBits'(1);
    assign shift   = (WideBits'(zeros) > WideBits'(limit)) ? WideBits'(limit) : WideBits'(zeros);
    assign shifted = sum << shift;

    assign exponent =
        shifted[Width-1] ? limit + NormalizedBits'(1) - NormalizedBits'(shift) : '0;

    assign data_o[OutBits-1]                   = data_i[InBits-1];
    assign data_o[OutBits-2 -: NormalizedBits] = exponent;
    assign data_o[5 +: Precision]              = shifted[Width-1 -: Precision];
    assign data_o[4]                           = shifted[RestBits];
    if (RestBits > 0) begin : gen_rest
      assign data_o[3] = |shifted[RestBits-1:0];
    end else begin : gen_no_rest
      assign data_o[3] = 1'b0;
    end
    assign data_o[2:0] = data_i[2:0];
  end

endmodule
