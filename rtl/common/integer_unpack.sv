// Brings both operands into the multiplier's form. Twin of models/common/integer_unpack.h.
//
//              | two's complement multiplier | magnitude multiplier
//   unsigned   | 0 above the top             | as it is
//   two's c.   | as it is                    | (does not occur)
//   sign-mag.  | negated where negative      | without its sign, which goes to negate_o
module integer_unpack #(
  parameter  int unsigned AKind  = 1,
  parameter  int unsigned AWidth = 8,
  parameter  int unsigned BKind  = 1,
  parameter  int unsigned BWidth = 8,
  localparam int unsigned Signed = integer_pkg::is_signed(AKind, BKind),
  localparam int unsigned ABits  = integer_pkg::factor_bits(AKind, AWidth, Signed),
  localparam int unsigned BBits  = integer_pkg::factor_bits(BKind, BWidth, Signed)
) (
  input  logic [AWidth-1:0] a_i,
  input  logic [BWidth-1:0] b_i,
  output logic              negate_o,
  output logic [ABits-1:0]  a_o,
  output logic [BBits-1:0]  b_o
);

  logic a_negative, b_negative;

  integer_factor #(.Kind(AKind), .Width(AWidth), .Signed(Signed)) u_a (
    .code_i(a_i), .negative_o(a_negative), .factor_o(a_o)
  );
  integer_factor #(.Kind(BKind), .Width(BWidth), .Signed(Signed)) u_b (
    .code_i(b_i), .negative_o(b_negative), .factor_o(b_o)
  );

  assign negate_o = a_negative ^ b_negative;

endmodule
