// Shifts the highest one of a quire's magnitude to the top, and cuts it to what rounding looks at.
// Twin of models/posit_quire_round/posit_quire_round_normalize.h.
module posit_quire_round_normalize #(
  parameter int unsigned QuireBits      = 128,
  parameter int          TopScale       = 79,  // of the magnitude's top bit
  parameter int unsigned NormalizedBits = 8,
  parameter int unsigned KeptBits       = 5
) (
  input  logic                      sign_i,
  input  logic [QuireBits-1:0]      magnitude_i,
  input  logic                      nar_i,
  output logic                      sign_o,
  output logic [NormalizedBits-1:0] scale_o,
  output logic [KeptBits-1:0]       significand_o,  // U1.(KeptBits-1), in [1, 2) or 0
  output logic                      sticky_o,
  output logic                      nar_o
);

  logic [NormalizedBits-1:0] top_scale;

  assign top_scale = NormalizedBits'(TopScale);

  posit_normalize #(
    .SumBits(QuireBits), .UnitBits(0), .ScaleBits(NormalizedBits),
    .NormalizedBits(NormalizedBits), .KeptBits(KeptBits)
  ) u_normalize (
    .sign_i, .scale_i(top_scale), .sum_i(magnitude_i), .sticky_i(1'b0), .nar_i,
    .sign_o, .scale_o, .significand_o, .sticky_o, .nar_o
  );

endmodule
