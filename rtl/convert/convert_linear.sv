// From a logarithm to exponent and significand: the whole steps are the octave, and a table has the
// significand of the rest. Twin of models/convert/convert_linear.h.
//
//   | octave | fraction |     its sign bit the other way round, the octave is biased by its weight
module convert_linear #(
  parameter  int unsigned LogBits         = 7,
  parameter  int unsigned FractionBits    = 3,
  parameter  int unsigned EntryBits       = 12,
  localparam int unsigned OctaveBits      = LogBits - FractionBits,
  localparam int unsigned SignificandBits = (FractionBits > 0) ? EntryBits + 1 : 1
) (
  input  logic                       sign_i,
  input  logic [LogBits-1:0]         log_i,
  input  logic                       zero_i,
  output logic                       sign_o,
  output logic [OctaveBits-1:0]      exponent_o,
  output logic [SignificandBits-1:0] significand_o  // U1.EntryBits; the last bit for all below
);

  if (FractionBits > 0) begin : gen_table
    logic [EntryBits-1:0] entry;

    convert_linear_table u_table (.index_i(log_i[FractionBits-1:0]), .entry_o(entry));
    assign significand_o = {1'b1, entry} & {SignificandBits{!zero_i}};
  end else begin : gen_one
    assign significand_o = !zero_i;
  end

  if (OctaveBits > 1) begin : gen_octaves
    assign exponent_o = {!log_i[LogBits-1], log_i[LogBits-2:FractionBits]};
  end else begin : gen_octave
    assign exponent_o = !log_i[LogBits-1];
  end
  assign sign_o = sign_i && !zero_i;

endmodule
