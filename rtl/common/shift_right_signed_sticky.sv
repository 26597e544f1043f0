// Shifts right, copies of the top bit going in, and remembers in sticky_o whether a one fell off
// the end. One level of the shifter here, by 2^Level places, the levels above it by recursion.
//
//   | s | data |             distance = 0
//   | s ... s | da|ta        the bits right of the edge are OR-ed into sticky_o
module shift_right_signed_sticky #(
  parameter int unsigned Width        = 8,
  parameter int unsigned DistanceBits = 3,
  parameter int unsigned Level        = 0
) (
  input  logic [Width-1:0]        data_i,
  input  logic [DistanceBits-1:0] distance_i,
  input  logic                    sticky_i,
  output logic [Width-1:0]        data_o,
  output logic                    sticky_o
);

  if (Level == DistanceBits) begin : gen_done
    logic unused_distance;
    assign unused_distance = ^distance_i;
    assign data_o          = data_i;
    assign sticky_o        = sticky_i;
  end else begin : gen_level
    localparam int unsigned Step = ((1 << Level) < Width) ? (1 << Level) : Width - 1;

    logic [Width-1:0] data;
    logic             sticky;

    assign data   = distance_i[Level] ? {{Step{data_i[Width-1]}}, data_i[Width-1:Step]} : data_i;
    assign sticky = sticky_i || (distance_i[Level] && |data_i[Step-1:0]);

    shift_right_signed_sticky #(
      .Width(Width), .DistanceBits(DistanceBits), .Level(Level + 1)
    ) u_next (.data_i(data), .distance_i, .sticky_i(sticky), .data_o, .sticky_o);
  end

endmodule
