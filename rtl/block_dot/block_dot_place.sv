// One term shifted right into the window of block_dot_align, which has the drawing. Twin of
// BlockDotAlign::Placed in models/block_dot/block_dot_align.h.
module block_dot_place #(
  parameter  int unsigned WideBits         = 10,  // of the distance
  parameter  int unsigned MagnitudeBits    = 8,
  parameter  int unsigned TermFractionBits = 6,
  parameter  int unsigned IntegerBits      = 2,
  parameter  int unsigned FractionBits     = 30,
  parameter  int unsigned Sticky           = 1,
  localparam int unsigned PartBits         = IntegerBits + FractionBits + Sticky
) (
  input  logic [WideBits-1:0]      distance_i,   // 0 or more, of a magnitude other than 0
  input  logic [MagnitudeBits-1:0] magnitude_i,
  output logic [PartBits-1:0]      part_o
);

  // Room for all that the term has, and all that the window has.
  localparam int unsigned RoomFraction = format_pkg::maximum(TermFractionBits, FractionBits);
  localparam int unsigned RoomBits     = IntegerBits + RoomFraction;
  localparam int unsigned DistanceBits = $clog2(RoomBits + 1);
  localparam int unsigned BelowBits    = RoomFraction - FractionBits;

  logic [DistanceBits-1:0] distance;
  logic [RoomBits-1:0]     room, shifted;
  logic                    lost, below;

  if (WideBits > DistanceBits) begin : gen_limit
    assign distance = (distance_i > WideBits'(RoomBits)) ? DistanceBits'(RoomBits)
                                                         : distance_i[DistanceBits-1:0];
  end else begin : gen_all
    assign distance = DistanceBits'(distance_i);
  end
  assign room = RoomBits'(magnitude_i) << (RoomFraction - TermFractionBits);

  shift_right_sticky #(.Width(RoomBits), .DistanceBits(DistanceBits)) u_shift (
    .data_i(room), .distance_i(distance), .sticky_i(1'b0), .data_o(shifted), .sticky_o(lost)
  );

  if (BelowBits > 0) begin : gen_below
    assign below = |shifted[BelowBits-1:0];
  end else begin : gen_none
    assign below = 1'b0;
  end
  if (Sticky != 0) begin : gen_sticky
    assign part_o = {shifted[RoomBits-1:BelowBits], lost || below};
  end else begin : gen_cut
    logic unused_lost;
    assign unused_lost = lost ^ below;
    assign part_o      = shifted[RoomBits-1:BelowBits];
  end

endmodule
