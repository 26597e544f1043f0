// Both operands as sign, exponent and significand, their exponents on one scale. Twin of
// models/fp_add/fp_add_unpack.h.
module fp_add_unpack #(
  parameter int unsigned AWidth         = 8,
  parameter int unsigned AFieldBits     = 4,
  parameter int unsigned AFractionBits  = 3,
  parameter int unsigned ASpecials      = 0,
  parameter int unsigned AHasSign       = 1,
  parameter int unsigned AHasSubnormals = 1,
  parameter int unsigned AHasZero       = 1,
  parameter int unsigned AOffset        = 0,
  parameter int unsigned BWidth         = 8,
  parameter int unsigned BFieldBits     = 4,
  parameter int unsigned BFractionBits  = 3,
  parameter int unsigned BSpecials      = 0,
  parameter int unsigned BHasSign       = 1,
  parameter int unsigned BHasSubnormals = 1,
  parameter int unsigned BHasZero       = 1,
  parameter int unsigned BOffset        = 0,
  parameter int unsigned FlushInputs    = 0,
  parameter int unsigned Flags          = 0,
  parameter int unsigned Normalizes     = 0,
  parameter int unsigned ExponentBits   = 4
) (
  input  logic [AWidth-1:0]       a_i,
  input  logic [BWidth-1:0]       b_i,
  output logic                    a_sign_o,
  output logic [ExponentBits-1:0] a_exponent_o,
  output logic [AFractionBits:0]  a_significand_o,  // U1.AFractionBits
  output logic                    a_nan_o,
  output logic                    a_infinity_o,     // with a_nan_o: a signalling NaN
  output logic                    b_sign_o,
  output logic [ExponentBits-1:0] b_exponent_o,
  output logic [BFractionBits:0]  b_significand_o,
  output logic                    b_nan_o,
  output logic                    b_infinity_o
);

  fp_add_operand #(
    .Width(AWidth), .FieldBits(AFieldBits), .FractionBits(AFractionBits), .Specials(ASpecials),
    .HasSign(AHasSign), .HasSubnormals(AHasSubnormals), .HasZero(AHasZero),
    .FlushInputs(FlushInputs), .Flags(Flags), .Normalizes(Normalizes), .Offset(AOffset),
    .ExponentBits(ExponentBits)
  ) u_a (
    .code_i(a_i), .sign_o(a_sign_o), .exponent_o(a_exponent_o), .significand_o(a_significand_o),
    .nan_o(a_nan_o), .infinity_o(a_infinity_o)
  );
  fp_add_operand #(
    .Width(BWidth), .FieldBits(BFieldBits), .FractionBits(BFractionBits), .Specials(BSpecials),
    .HasSign(BHasSign), .HasSubnormals(BHasSubnormals), .HasZero(BHasZero),
    .FlushInputs(FlushInputs), .Flags(Flags), .Normalizes(Normalizes), .Offset(BOffset),
    .ExponentBits(ExponentBits)
  ) u_b (
    .code_i(b_i), .sign_o(b_sign_o), .exponent_o(b_exponent_o), .significand_o(b_significand_o),
    .nan_o(b_nan_o), .infinity_o(b_infinity_o)
  );

endmodule
