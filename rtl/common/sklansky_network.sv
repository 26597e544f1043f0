// The carries of an adder by Sklansky's prefix network (1960): from a bit's generate and propagate to
// those of all bits from it down to bit 0. One level here, the levels above it by recursion. Level l
// joins the bits whose index has bit l set with the last bit of the block of 2^l below them:
//
//   bit        7 6 5 4 3 2 1 0
//   level 0    * . * . * . * .      joins 1 to 0, 3 to 2, ...
//   level 1    * * . . * * . .      joins 3 and 2 to 1, ...
//   level 2    * * * * . . . .      joins 7 to 4 to 3
module sklansky_network #(
  parameter int unsigned Width = 8,
  parameter int unsigned Level = 0
) (
  input  logic [Width-1:0] generate_i,
  input  logic [Width-1:0] propagate_i,
  output logic [Width-1:0] generate_o,
  output logic [Width-1:0] propagate_o
);

  if ((1 << Level) >= Width) begin : gen_done
    assign generate_o  = generate_i;
    assign propagate_o = propagate_i;
  end else begin : gen_level
    logic [Width-1:0] generated, propagated;

    for (genvar i = 0; i < Width; i++) begin : gen_bit
      if (((i >> Level) & 1) == 1) begin : gen_join
        localparam int unsigned From = ((i >> Level) << Level) - 1;
        assign generated[i]  = generate_i[i] | (propagate_i[i] & generate_i[From]);
        assign propagated[i] = propagate_i[i] & propagate_i[From];
      end else begin : gen_keep
        assign generated[i]  = generate_i[i];
        assign propagated[i] = propagate_i[i];
      end
    end

    sklansky_network #(.Width(Width), .Level(Level + 1)) u_next (
      .generate_i(generated), .propagate_i(propagated), .generate_o, .propagate_o
    );
  end

endmodule
