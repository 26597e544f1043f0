// Both operands as sign, scale and significand. Twin of models/common/posit_unpack.h.
module posit_unpack #(
  parameter  int unsigned AWidth        = 8,
  parameter  int unsigned AExponentSize = 2,
  parameter  int unsigned BWidth        = 8,
  parameter  int unsigned BExponentSize = 2,
  localparam int unsigned ABits      = posit_pkg::significand_bits(AWidth, AExponentSize),
  localparam int unsigned BBits      = posit_pkg::significand_bits(BWidth, BExponentSize),
  localparam int unsigned AScaleBits = posit_pkg::scale_bits(AWidth, AExponentSize),
  localparam int unsigned BScaleBits = posit_pkg::scale_bits(BWidth, BExponentSize)
) (
  input  logic [AWidth-1:0]     a_i,
  input  logic [BWidth-1:0]     b_i,
  output logic                  a_sign_o,
  output logic [AScaleBits-1:0] a_scale_o,        // two's complement
  output logic [ABits-1:0]      a_significand_o,  // U1.(ABits-1), in [1, 2) or 0
  output logic                  a_nar_o,
  output logic                  b_sign_o,
  output logic [BScaleBits-1:0] b_scale_o,
  output logic [BBits-1:0]      b_significand_o,
  output logic                  b_nar_o
);

  posit_operand #(.Width(AWidth), .ExponentSize(AExponentSize)) u_a (
    .code_i(a_i), .sign_o(a_sign_o), .scale_o(a_scale_o), .significand_o(a_significand_o),
    .nar_o(a_nar_o)
  );
  posit_operand #(.Width(BWidth), .ExponentSize(BExponentSize)) u_b (
    .code_i(b_i), .sign_o(b_sign_o), .scale_o(b_scale_o), .significand_o(b_significand_o),
    .nar_o(b_nar_o)
  );

endmodule
