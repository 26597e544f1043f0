// Both operands as two's complement terms, and a carry: a negative sign-magnitude number is the
// ones' complement of its magnitude, and 1. Where both operands can need that 1, a row of half
// adders makes room for the second one. Twin of models/int_add/int_add_unpack.h.
//
//       a7 a6 a5 a4 a3 a2 a1 a0            s7 s6 s5 s4 s3 s2 s1 s0
//       b7 b6 b5 b4 b3 b2 b1 b0     =      c6 c5 c4 c3 c2 c1 c0 [the second 1]
//                  + 1 of a, 1 of b                    + 1 of a, which goes to carry_o
module int_add_unpack #(
  parameter  int unsigned AKind   = 1,
  parameter  int unsigned AWidth  = 8,
  parameter  int unsigned BKind   = 1,
  parameter  int unsigned BWidth  = 8,
  parameter  int unsigned SumBits = 9
) (
  input  logic [AWidth-1:0]  a_i,
  input  logic [BWidth-1:0]  b_i,
  output logic [SumBits-1:0] a_o,     // S(SumBits).0
  output logic [SumBits-1:0] b_o,
  output logic               carry_o  // the sum is a_o + b_o + carry_o
);

  logic [SumBits-1:0] a, b;
  logic               a_carry, b_carry;

  int_add_term #(.Kind(AKind), .Width(AWidth), .TermBits(SumBits)) u_a (
    .code_i(a_i), .term_o(a), .carry_o(a_carry)
  );
  int_add_term #(.Kind(BKind), .Width(BWidth), .TermBits(SumBits)) u_b (
    .code_i(b_i), .term_o(b), .carry_o(b_carry)
  );

  if (AKind == format_pkg::KindSignMagnitude && BKind == format_pkg::KindSignMagnitude)
  begin : gen_half_adders
    logic [SumBits:0] carries;
    logic             unused_top;
    assign carries    = {a & b, b_carry};
    assign unused_top = carries[SumBits];
    assign a_o        = a ^ b;
    assign b_o        = carries[SumBits-1:0];
    assign carry_o    = a_carry;
  end else begin : gen_plain
    assign a_o     = a;
    assign b_o     = b;
    assign carry_o = a_carry | b_carry;
  end

endmodule
