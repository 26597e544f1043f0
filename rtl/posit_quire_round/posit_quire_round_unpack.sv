// A quire's word as sign and magnitude: ~x + 1 where it is negative. Twin of
// models/posit_quire_round/posit_quire_round_unpack.h.
module posit_quire_round_unpack #(
  parameter int unsigned QuireBits = 128,
  parameter int unsigned Adder     = 0
) (
  input  logic [QuireBits:0]   a_i,          // the flag NaR above the word
  output logic                 sign_o,
  output logic [QuireBits-1:0] magnitude_o,  // of the least number it has the top bit
  output logic                 nar_o
);

  logic unused_carry;

  assign sign_o = a_i[QuireBits-1];
  assign nar_o  = a_i[QuireBits];

  adder #(.Width(QuireBits), .Architecture(Adder)) u_adder (
    .a_i(a_i[QuireBits-1:0] ^ {QuireBits{sign_o}}), .b_i('0), .carry_i(sign_o),
    .sum_o(magnitude_o), .carry_o(unused_carry)
  );

endmodule
