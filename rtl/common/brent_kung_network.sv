// The carries of an adder by Brent and Kung's prefix network (1982): as sklansky_network, but with
// the fewest joins. Up the tree pairs are joined, pairs of pairs, ...; by recursion, here level l.
// Down it, the bits between get what lies below them.
//
//   bit        7 6 5 4 3 2 1 0
//   up 0       * . * . * . * .      joins 1 to 0, 3 to 2, ...
//   up 1       * . . . * . . .      joins 3 to 1, 7 to 5
//   up 2       * . . . . . . .      joins 7 to 3
//   down 1     . . * . . . . .      joins 5 to 3
//   down 0     . * . * . * . .      joins 2 to 1, 4 to 3, 6 to 5
module brent_kung_network #(
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
    logic [Width-1:0] up_generate, up_propagate, next_generate, next_propagate;

    for (genvar i = 0; i < Width; i++) begin : gen_bit
      if ((i + 1) % (2 * Step) == 0) begin : gen_up
        assign up_generate[i]  = generate_i[i] | (propagate_i[i] & generate_i[i-Step]);
        assign up_propagate[i] = propagate_i[i] & propagate_i[i-Step];
      end else begin : gen_keep_up
        assign up_generate[i]  = generate_i[i];
        assign up_propagate[i] = propagate_i[i];
      end
      if ((i + 1) % (2 * Step) == Step && i >= Step) begin : gen_down
        assign generate_o[i]  = next_generate[i] | (next_propagate[i] & next_generate[i-Step]);
        assign propagate_o[i] = next_propagate[i] & next_propagate[i-Step];
      end else begin : gen_keep_down
        assign generate_o[i]  = next_generate[i];
        assign propagate_o[i] = next_propagate[i];
      end
    end

    brent_kung_network #(.Width(Width), .Level(Level + 1)) u_next (
      .generate_i(up_generate), .propagate_i(up_propagate),
      .generate_o(next_generate), .propagate_o(next_propagate)
    );
  end

endmodule
