// The greatest of some unsigned numbers: a tree, each half a tree of its own.
module block_quantize_maximum #(
  parameter int unsigned Count = 8,
  parameter int unsigned Width = 8
) (
  input  logic [Count*Width-1:0] data_i,
  output logic [Width-1:0]       greatest_o
);

  if (Count == 1) begin : gen_one
    assign greatest_o = data_i;
  end else begin : gen_halves
    localparam int unsigned Lower = Count / 2;
    localparam int unsigned Upper = Count - Lower;

    logic [Width-1:0] lower, upper;

    block_quantize_maximum #(.Count(Lower), .Width(Width)) u_lower (
      .data_i(data_i[Lower*Width-1:0]), .greatest_o(lower)
    );
    block_quantize_maximum #(.Count(Upper), .Width(Width)) u_upper (
      .data_i(data_i[Count*Width-1:Lower*Width]), .greatest_o(upper)
    );
    assign greatest_o = (upper > lower) ? upper : lower;
  end

endmodule
