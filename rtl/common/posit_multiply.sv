// The exact product: significands multiplied, scales added. Twin of models/common/posit_multiply.h.
module posit_multiply #(
  parameter int unsigned ABits      = 4,
  parameter int unsigned BBits      = 4,
  parameter int unsigned AScaleBits = 6,
  parameter int unsigned BScaleBits = 6,
  parameter int unsigned ScaleBits  = 7,
  parameter int unsigned Multiplier = 0,
  parameter int unsigned Adder      = 0
) (
  input  logic                   a_sign_i,
  input  logic [AScaleBits-1:0]  a_scale_i,
  input  logic [ABits-1:0]       a_significand_i,
  input  logic                   a_nar_i,
  input  logic                   b_sign_i,
  input  logic [BScaleBits-1:0]  b_scale_i,
  input  logic [BBits-1:0]       b_significand_i,
  input  logic                   b_nar_i,
  output logic                   sign_o,
  output logic [ScaleBits-1:0]   scale_o,        // two's complement, of the significand's units
  output logic [ABits+BBits-1:0] significand_o,  // U2.(ABits+BBits-2), in [1, 4) or 0
  output logic                   nar_o
);

  multiplier #(.AWidth(ABits), .BWidth(BBits), .Architecture(Multiplier), .Adder(Adder))
  u_multiplier (.a_i(a_significand_i), .b_i(b_significand_i), .product_o(significand_o));

  assign scale_o = ScaleBits'($signed(a_scale_i)) + ScaleBits'($signed(b_scale_i));
  assign sign_o  = a_sign_i ^ b_sign_i;
  assign nar_o   = a_nar_i || b_nar_i;

endmodule
