// A logarithm as a log posit: the string of a positive posit beside a sign. Twin of
// models/convert/convert_log_posit_round.h.
module convert_log_posit_round #(
  parameter  int unsigned Width        = 8,
  parameter  int unsigned ExponentSize = 1,
  parameter  int unsigned ScaleBits    = 6,
  localparam int unsigned KeptBits     = posit_pkg::kept_bits(Width, ExponentSize)
) (
  input  logic                 sign_i,
  input  logic [ScaleBits-1:0] scale_i,        // two's complement
  input  logic [KeptBits-1:0]  significand_i,  // 1 and the logarithm's fraction, or 0
  input  logic                 sticky_i,
  input  logic                 nan_i,
  output logic [Width-1:0]     z_o
);

  logic [Width-1:0] magnitude;

  posit_round #(.Width(Width), .ExponentSize(ExponentSize), .ScaleBits(ScaleBits)) u_round (
    .sign_i(1'b0), .scale_i, .significand_i, .sticky_i, .nar_i(nan_i), .z_o(magnitude)
  );
  assign z_o = {magnitude[Width-1] || (sign_i && significand_i[KeptBits-1]), magnitude[Width-2:0]};

endmodule
