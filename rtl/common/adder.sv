// sum = a + b + carry, by the chosen architecture.
module adder #(
  parameter int unsigned Width        = 8,
  parameter int unsigned Architecture = 0  // 0 operator, 1 Sklansky prefix network
) (
  input  logic [Width-1:0] a_i,
  input  logic [Width-1:0] b_i,
  input  logic             carry_i,
  output logic [Width-1:0] sum_o,
  output logic             carry_o
);

  if (Architecture == 0) begin : gen_operator
    assign {carry_o, sum_o} = {1'b0, a_i} + {1'b0, b_i} + {{Width{1'b0}}, carry_i};
  end else begin : gen_sklansky
    logic [Width-1:0] generated, propagated;
    logic [Width:0]   carry;

    sklansky_network #(.Width(Width)) u_network (
      .generate_i(a_i & b_i), .propagate_i(a_i ^ b_i),
      .generate_o(generated), .propagate_o(propagated)
    );

    assign carry   = {generated | (propagated & {Width{carry_i}}), carry_i};
    assign sum_o   = a_i ^ b_i ^ carry[Width-1:0];
    assign carry_o = carry[Width];
  end

endmodule
