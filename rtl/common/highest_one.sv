// The highest one of a word, alone; and which bits have a one at their place or above it. By a prefix
// network (Kogge and Stone): one level here, the levels above it by recursion.
module highest_one #(
  parameter int unsigned Width = 8
) (
  input  logic [Width-1:0] data_i,
  output logic [Width-1:0] seen_o,
  output logic [Width-1:0] highest_o
);

  localparam int unsigned Levels = (Width > 1) ? $clog2(Width) : 1;

  logic [Width-1:0] seen [Levels+1] /* verilator split_var */;

  assign seen[0] = data_i;
  for (genvar l = 0; l < Levels; l++) begin : gen_level
    assign seen[l+1] = seen[l] | (seen[l] >> (1 << l));
  end
  assign seen_o    = seen[Levels];
  assign highest_o = data_i & ~(seen_o >> 1);

endmodule
