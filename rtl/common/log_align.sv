// Shifts the significand to its place in the fixed-point accumulator, two's complement. What lies
// below the accumulator's unit is dropped, toward minus infinity; a product beyond the greatest
// octave leaves its sign alone: 0, or -1. Twin of models/common/log_align.h.
//
//   octave greatest   | sign | significand | 0 ............ 0 |   TermBits, then DroppedBits
//   octave less       | sign ........ sign | significand | 0 .|
module log_align #(
  parameter  int unsigned OctaveBits      = 6,
  parameter  int unsigned SignificandBits = 6,
  parameter  int unsigned GreatestOctave  = 12,  // a two's complement number
  parameter  int unsigned Octaves         = 36,  // from the least one to the greatest
  parameter  int unsigned DroppedBits     = 5,
  parameter  int unsigned MayBeLost       = 1,   // whether any octave lies beyond the greatest
  parameter  int unsigned TermBits        = 38,
  parameter  int unsigned FlagBits        = 1,
  localparam int unsigned FlagPorts       = (FlagBits > 0) ? FlagBits : 1
) (
  input  logic                       sign_i,
  input  logic [OctaveBits-1:0]      octave_i,
  input  logic [SignificandBits-1:0] significand_i,
  input  logic [FlagPorts-1:0]       flags_i,
  output logic [TermBits-1:0]        term_o,
  output logic [FlagPorts-1:0]       flags_o
);

  localparam int unsigned WideBits  = SignificandBits + Octaves + 1;
  localparam int unsigned PlaceBits = OctaveBits + 1;
  localparam logic [PlaceBits-1:0] Most = GreatestOctave[PlaceBits-1:0];

  logic [SignificandBits:0] signed_significand;
  logic [WideBits-1:0]      placed;
  logic [PlaceBits-1:0]     distance;  // negative beyond the greatest octave
  logic                     beyond;
  /* verilator lint_off UNUSEDSIGNAL */  // the dropped bits, and one that a term may wrap in
  logic [WideBits-1:0]      shifted;
  /* verilator lint_on UNUSEDSIGNAL */

  assign signed_significand = ({1'b0, significand_i} ^ {(SignificandBits+1){sign_i}})
                            + {{SignificandBits{1'b0}}, sign_i};
  assign placed   = {signed_significand, {Octaves{1'b0}}};
  assign distance = Most - {octave_i[OctaveBits-1], octave_i};
  assign beyond   = (MayBeLost != 0) && distance[PlaceBits-1];
  assign shifted  = $unsigned($signed(placed) >>> distance[PlaceBits-2:0]);
  assign term_o   = beyond ? {TermBits{sign_i}} : shifted[DroppedBits +: TermBits];
  assign flags_o  = flags_i;

  if (MayBeLost == 0) begin : gen_none_beyond
    logic unused_distance;
    assign unused_distance = distance[PlaceBits-1];
  end

endmodule
