// The carries of an adder by Kogge and Stone's prefix network (1973): as sklansky_network, but no
// result is used more than twice at a level. Level l joins every bit with the one 2^l below it:
//
//   bit        7 6 5 4 3 2 1 0
//   level 0    * * * * * * * .      joins 1 to 0, 2 to 1, 3 to 2, ...
//   level 1    * * * * * * . .      joins 2 to 0, 3 to 1, ...
//   level 2    * * * * . . . .      joins 4 to 0, 5 to 1, ...
module kogge_stone_network #(
  parameter int unsigned Width = 8,
  parameter int unsigned Level = 0
) (
  input  logic [Width-1:0] generate_i,
  input  logic [Width-1:0] propagate_i,
  output logic [Width-1:0] generate_o,
  output logic [Width-1:0] propagate_o
);

  localparam int unsigned Step = 1 << Level;

  if (Step >= Width) begin : gen_done
    assign generate_o  = generate_i;
    assign propagate_o = propagate_i;
  end else begin : gen_level
    logic [Width-1:0] generated, propagated;

    assign generated = {
      generate_i[Width-1:Step] | (propagate_i[Width-1:Step] & generate_i[Width-Step-1:0]),
      generate_i[Step-1:0]
    };
    assign propagated = {
      propagate_i[Width-1:Step] & propagate_i[Width-Step-1:0], propagate_i[Step-1:0]
    };

    kogge_stone_network #(.Width(Width), .Level(Level + 1)) u_next (
      .generate_i(generated), .propagate_i(propagated), .generate_o, .propagate_o
    );
  end

endmodule
