// One of two words, by a bit that drives all of their bits through a tree.
module wide_choice #(
  parameter int unsigned Width = 8
) (
  input  logic             choice_i,
  input  logic [Width-1:0] if_one_i,
  input  logic [Width-1:0] if_zero_i,
  output logic [Width-1:0] data_o
);

  localparam int unsigned Loads  = 4;
  localparam int unsigned Copies = (Width + Loads - 1) / Loads;

  logic [Copies-1:0] choice;

  fanout_tree #(.Copies(Copies), .Levels((Copies > 4) ? 2 : 1)) u_choice (
    .data_i(choice_i), .copies_o(choice)
  );
  for (genvar i = 0; i < Width; i++) begin : gen_bit
    assign data_o[i] = choice[i/Loads] ? if_one_i[i] : if_zero_i[i];
  end

endmodule
