// The highest one of a word, alone; and which bits have a one at their place or above it. By a prefix
// network (Kogge and Stone).
module highest_one #(
  parameter int unsigned Width = 8
) (
  input  logic [Width-1:0] data_i,
  output logic [Width-1:0] seen_o,
  output logic [Width-1:0] highest_o
);

  localparam int unsigned Levels = (Width > 1) ? $clog2(Width) : 1;

  logic [(Levels+1)*Width-1:0] seen /* verilator split_var */;  // level upon level

  assign seen[0 +: Width] = data_i;
  for (genvar l = 0; l < Levels; l++) begin : gen_level
    logic [Width-1:0] below;
    assign below                      = seen[l*Width +: Width];
    assign seen[(l+1)*Width +: Width] = below | (below >> (1 << l));
  end
  assign seen_o    = seen[Levels*Width +: Width];
  assign highest_o = data_i & ~(seen_o >> 1);

endmodule
