// Copies of a word, one for each of many receivers, where each has few loads and all together have
// many. The first copy is lowest.
module fanout_word #(
  parameter int unsigned Width  = 8,
  parameter int unsigned Copies = 16
) (
  input  logic [Width-1:0]        data_i,
  output logic [Copies*Width-1:0] copies_o
);

  localparam int unsigned Levels = (Copies > 4) ? 2 : (Copies > 2) ? 1 : 0;

  for (genvar b = 0; b < Width; b++) begin : gen_bit
    logic [Copies-1:0] copies;
    fanout_tree #(.Copies(Copies), .Levels(Levels)) u_copies (
      .data_i(data_i[b]), .copies_o(copies)
    );
    for (genvar i = 0; i < Copies; i++) begin : gen_copy
      assign copies_o[i*Width + b] = copies[i];
    end
  end

endmodule
