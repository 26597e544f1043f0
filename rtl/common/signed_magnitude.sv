// A two's complement number, still to be increased by one or not, as sign and magnitude. One adder
// does both: -(x + 1) = ~x, and -x = ~x + 1.
//
//   x negative    ~x + !increment
//   otherwise      x + increment
//
// A number that is 0 after the increment, -1 + 1, has a sign here, and a magnitude of 0.
module signed_magnitude #(
  parameter int unsigned Width = 8,
  parameter int unsigned Adder = 0
) (
  input  logic [Width-1:0] data_i,
  input  logic             increment_i,
  output logic             sign_o,
  output logic [Width-2:0] magnitude_o
);

  logic [Width-1:0] sum;
  logic             unused_top;

  assign sign_o = data_i[Width-1];

  adder #(.Width(Width), .Architecture(Adder)) u_adder (
    .a_i(data_i ^ {Width{sign_o}}), .b_i('0), .carry_i(sign_o ^ increment_i), .sum_o(sum),
    .carry_o(unused_carry)
  );

  logic unused_carry;
  assign magnitude_o = sum[Width-2:0];
  assign unused_top  = sum[Width-1] ^ unused_carry;

endmodule
