// The magnitude and sign of large + small, or of large - small. Twin of models/common/posit_sum.h.
//
//   subtract, large > small      large + ~small + 1      less 1 if bits were lost: the true value
//                                                        is that much smaller, sticky above it
//   subtract, large <= small     ~(large + ~small) = small - large
//
// The large term has the larger scale, yet may be the smaller one: of two with one scale, or an
// addend one above a product of 2 or more.
module posit_sum #(
  parameter  int unsigned TermBits  = 5,
  parameter  int unsigned ScaleBits = 6,
  parameter  int unsigned Adder     = 0,
  localparam int unsigned SumBits   = TermBits + 1
) (
  input  logic                 sign_i,
  input  logic                 subtract_i,
  input  logic [ScaleBits-1:0] scale_i,
  input  logic [TermBits-1:0]  large_i,
  input  logic [TermBits-1:0]  small_i,
  input  logic                 sticky_i,
  input  logic                 nar_i,
  output logic                 sign_o,
  output logic [ScaleBits-1:0] scale_o,
  output logic [SumBits-1:0]   sum_o,    // 0 only of an exact 0
  output logic                 sticky_o,
  output logic                 nar_o
);

  logic                greater, carry, negative;
  logic [TermBits-1:0] sum;

  assign greater = large_i > small_i;

  adder #(.Width(TermBits), .Architecture(Adder)) u_adder (
    .a_i(large_i), .b_i(small_i ^ {TermBits{subtract_i}}),
    .carry_i(subtract_i && greater && !sticky_i), .sum_o(sum), .carry_o(carry)
  );

  assign negative = subtract_i && !greater;
  assign sum_o    = {carry && !subtract_i, sum ^ {TermBits{negative}}};
  assign sign_o   = sign_i ^ negative;
  assign scale_o  = scale_i;
  assign sticky_o = sticky_i;
  assign nar_o    = nar_i;

endmodule
