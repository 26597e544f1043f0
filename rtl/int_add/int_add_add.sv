// The sum of two terms and a carry. Twin of models/int_add/int_add_add.h.
module int_add_add #(
  parameter int unsigned SumBits = 9,
  parameter int unsigned Adder   = 0
) (
  input  logic [SumBits-1:0] a_i,
  input  logic [SumBits-1:0] b_i,
  input  logic               carry_i,
  output logic [SumBits-1:0] sum_o
);

  logic unused_carry;

  adder #(.Width(SumBits), .Architecture(Adder)) u_adder (
    .a_i, .b_i, .carry_i, .sum_o, .carry_o(unused_carry)
  );

endmodule
