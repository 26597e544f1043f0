// Full adders side by side: each makes three bits of one weight into a sum of that weight and a carry
// of twice it. All that compressor_tree, compressor_chain and dadda_tree are made of.
module full_adders #(
  parameter int unsigned Width = 8
) (
  input  logic [Width-1:0] p_i,
  input  logic [Width-1:0] q_i,
  input  logic [Width-1:0] r_i,  // on the shortest way through
  output logic [Width-1:0] sum_o,
  output logic [Width-1:0] carry_o
);

  assign sum_o   = p_i ^ q_i ^ r_i;
  assign carry_o = (p_i & q_i) | (r_i & (p_i ^ q_i));

endmodule
