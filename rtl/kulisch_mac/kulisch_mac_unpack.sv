// Both operands as sign, exponent and significand. Twin of models/kulisch_mac/kulisch_mac_unpack.h.
module kulisch_mac_unpack #(
  parameter  int unsigned AKind          = 3,
  parameter  int unsigned AWidth         = 8,
  parameter  int unsigned AExponentBits  = 4,
  parameter  int unsigned AFractionBits  = 3,
  parameter  int unsigned ASpecials      = 0,
  parameter  int unsigned AHasSign       = 1,
  parameter  int unsigned AHasSubnormals = 1,
  parameter  int unsigned AHasZero       = 1,
  parameter  int unsigned BKind          = 3,
  parameter  int unsigned BWidth         = 8,
  parameter  int unsigned BExponentBits  = 4,
  parameter  int unsigned BFractionBits  = 3,
  parameter  int unsigned BSpecials      = 0,
  parameter  int unsigned BHasSign       = 1,
  parameter  int unsigned BHasSubnormals = 1,
  parameter  int unsigned BHasZero       = 1,
  parameter  int unsigned FlushInputs    = 0,
  localparam int unsigned AFieldBits     = format_pkg::field_bits(AKind, AExponentBits),
  localparam int unsigned BFieldBits     = format_pkg::field_bits(BKind, BExponentBits),
  localparam int unsigned ABits = format_pkg::significand_bits(AKind, AWidth, AFractionBits),
  localparam int unsigned BBits = format_pkg::significand_bits(BKind, BWidth, BFractionBits)
) (
  input  logic [AWidth-1:0]     a_i,
  input  logic [BWidth-1:0]     b_i,
  output logic                  a_sign_o,
  output logic [AFieldBits-1:0] a_exponent_o,
  output logic [ABits-1:0]      a_significand_o,
  output logic                  a_nan_o,
  output logic                  a_infinity_o,
  output logic                  b_sign_o,
  output logic [BFieldBits-1:0] b_exponent_o,
  output logic [BBits-1:0]      b_significand_o,
  output logic                  b_nan_o,
  output logic                  b_infinity_o
);

  operand_unpack #(
    .Kind(AKind), .Width(AWidth), .ExponentBits(AExponentBits), .FractionBits(AFractionBits),
    .Specials(ASpecials), .HasSign(AHasSign), .HasSubnormals(AHasSubnormals), .HasZero(AHasZero),
    .Flush(FlushInputs)
  ) u_a (
    .code_i(a_i), .sign_o(a_sign_o), .exponent_o(a_exponent_o), .significand_o(a_significand_o),
    .nan_o(a_nan_o), .infinity_o(a_infinity_o)
  );
  operand_unpack #(
    .Kind(BKind), .Width(BWidth), .ExponentBits(BExponentBits), .FractionBits(BFractionBits),
    .Specials(BSpecials), .HasSign(BHasSign), .HasSubnormals(BHasSubnormals), .HasZero(BHasZero),
    .Flush(FlushInputs)
  ) u_b (
    .code_i(b_i), .sign_o(b_sign_o), .exponent_o(b_exponent_o), .significand_o(b_significand_o),
    .nan_o(b_nan_o), .infinity_o(b_infinity_o)
  );

endmodule
