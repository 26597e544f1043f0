// Copies of a bit, for a few gates each, where the bit itself would drive many: by Levels levels
// of inverters. A mapping without buffers ignores loads and makes one net of equal ones; hence
// inverters that it must keep. If Levels is odd, the last inversion is free to merge with what
// follows.
//
//   data --+-- o --+-- o -- copies[0]
//          |       '-- o -- copies[1]     Copies 4, Levels 2
//          '-- o --+-- o -- copies[2]
//                  '-- o -- copies[3]
module fanout_tree #(
  parameter int unsigned Copies = 4,
  parameter int unsigned Levels = 1
) (
  input  logic              data_i,
  output logic [Copies-1:0] copies_o
);

  if (Levels == 0) begin : gen_done
    assign copies_o = {Copies{data_i}};
  end else begin : gen_level
    // As many branches here as at the levels below, or nearly so.
    localparam int unsigned Each = 1 << ($clog2(Copies) * (Levels - 1) / Levels);

    for (genvar i = 0; i < Copies; i = i + Each) begin : gen_branch
      localparam int unsigned Here = (i + Each <= Copies) ? Each : Copies - i;

      logic            inverted;
      logic [Here-1:0] below;

      kept_inverter u_inverter (.data_i, .data_o(inverted));
      fanout_tree #(.Copies(Here), .Levels(Levels - 1)) u_below (
        .data_i(inverted), .copies_o(below)
      );
      assign copies_o[i +: Here] = ~below;
    end
  end

endmodule
