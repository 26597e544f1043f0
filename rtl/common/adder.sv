// sum = a + b + carry, by the chosen architecture. The prefix networks take the carry as the result
// of a bit below the lowest, so that a constant one costs nothing.
module adder #(
  parameter int unsigned Width        = 8,
  // 0 operator, 1 Sklansky, 2 ripple, 3 Brent and Kung, 4 Kogge and Stone
  parameter int unsigned Architecture = 0
) (
  input  logic [Width-1:0] a_i,
  input  logic [Width-1:0] b_i,
  input  logic             carry_i,
  output logic [Width-1:0] sum_o,
  output logic             carry_o
);

  if (Architecture == 0) begin : gen_operator
    assign {carry_o, sum_o} = {1'b0, a_i} + {1'b0, b_i} + {{Width{1'b0}}, carry_i};
  end else if (Architecture == 2) begin : gen_ripple
    logic [Width:0] carry /* verilator split_var */;

    assign carry[0] = carry_i;
    for (genvar i = 0; i < Width; i++) begin : gen_bit
      assign carry[i+1] = (a_i[i] & b_i[i]) | (carry[i] & (a_i[i] ^ b_i[i]));
    end
    assign sum_o   = a_i ^ b_i ^ carry[Width-1:0];
    assign carry_o = carry[Width];
  end else begin : gen_prefix
    logic [Width:0] propagated, carry, unused_propagate;

    assign propagated = {a_i ^ b_i, 1'b0};

    if (Architecture == 1) begin : gen_sklansky
      sklansky_network #(.Width(Width + 1)) u_network (
        .generate_i({a_i & b_i, carry_i}), .propagate_i(propagated),
        .generate_o(carry), .propagate_o(unused_propagate)
      );
    end else if (Architecture == 3) begin : gen_brent_kung
      brent_kung_network #(.Width(Width + 1)) u_network (
        .generate_i({a_i & b_i, carry_i}), .propagate_i(propagated),
        .generate_o(carry), .propagate_o(unused_propagate)
      );
    end else begin : gen_kogge_stone
      kogge_stone_network #(.Width(Width + 1)) u_network (
        .generate_i({a_i & b_i, carry_i}), .propagate_i(propagated),
        .generate_o(carry), .propagate_o(unused_propagate)
      );
    end

    assign sum_o   = propagated[Width:1] ^ carry[Width-1:0];
    assign carry_o = carry[Width];
  end

endmodule
