// The shift of convert towards an integer: see convert_shift.
module convert_place #(
  parameter  int unsigned SignificandBits = 24,
  parameter  int unsigned HeightBits      = 9,
  parameter  int          Lowest          = 1,   // height
  parameter  int          Highest         = 1,
  parameter  int unsigned TopHeight       = 7,
  parameter  int unsigned Precision       = 8,   // of the magnitude
  parameter  int unsigned GuardBits       = 1
) (
  input  logic signed [HeightBits-1:0] height_i,
  input  logic [SignificandBits-1:0]   significand_i,
  output logic                         beyond_o,  // a one stands above the magnitude
  output logic [Precision-1:0]         significand_o,
  output logic [GuardBits-1:0]         guard_o,
  output logic                         sticky_o
);

  localparam int unsigned WholeBits  = TopHeight + 1;
  localparam int unsigned WindowBits = WholeBits + GuardBits;
  localparam int          Farthest   =
      (Lowest < $signed(TopHeight)) ? $signed(TopHeight) - Lowest : 0;
  localparam int unsigned DistanceBits = (Farthest < $signed(WindowBits))
                                       ? format_pkg::maximum($clog2(Farthest + 1), 1)
                                       : $clog2(WindowBits + 1);
  localparam int unsigned WideBits =
      format_pkg::maximum(HeightBits, format_pkg::signed_bits($signed(TopHeight))) + 1;

  logic [SignificandBits-1:0] significand;
  logic [WindowBits-1:0]      window, shifted;
  /* verilator lint_off UNUSEDSIGNAL */  // a short way needs but the low bits
  logic signed [WideBits-1:0] depth;       // below the top height
  /* verilator lint_on UNUSEDSIGNAL */
  logic [DistanceBits-1:0]    distance;
  logic                       lost, is_above, stands_above;

  assign depth = $signed(WideBits'(TopHeight)) - WideBits'(height_i);

  // So high that no bit which counts reaches the magnitude.
  if (Highest > $signed(TopHeight)) begin : gen_above
    assign is_above    = depth[WideBits-1];
    assign significand = significand_i & {SignificandBits{!is_above}};
  end else begin : gen_not_above
    assign is_above    = 1'b0;
    assign significand = significand_i;
  end

  if (SignificandBits > WindowBits) begin : gen_longer
    assign window = significand[SignificandBits-1 -: WindowBits];
    assign lost   = |significand[SignificandBits-WindowBits-1:0];
  end else begin : gen_shorter
    assign window = WindowBits'(significand) << (WindowBits - SignificandBits);
    assign lost   = 1'b0;
  end

  if (Farthest >= (1 << DistanceBits)) begin : gen_far
    logic far;
    assign far      = |depth[WideBits-1:DistanceBits];
    assign distance = depth[DistanceBits-1:0] | {DistanceBits{far}};
  end else begin : gen_near
    assign distance = DistanceBits'(depth);
  end
  shift_right_sticky #(.Width(WindowBits), .DistanceBits(DistanceBits)) u_shift (
    .data_i(window), .distance_i(distance), .sticky_i(lost), .data_o(shifted), .sticky_o
  );

  assign guard_o = shifted[GuardBits-1:0];
  if (WholeBits > Precision) begin : gen_whole
    assign significand_o = shifted[GuardBits +: Precision];
    assign stands_above  = |shifted[WindowBits-1:GuardBits+Precision];
  end else begin : gen_part
    assign significand_o = Precision'(shifted[WindowBits-1:GuardBits]);
    assign stands_above  = 1'b0;
  end
  assign beyond_o = stands_above || (is_above && |significand_i);

endmodule
