// The last stage towards an integer: rounds the magnitude, and wraps or saturates. To negate and to
// round is one increment: -(m + up) = ~m + !up. Twin of models/convert/convert_round_integer.h.
module convert_round_integer #(
  parameter  int unsigned Kind          = 1,
  parameter  int unsigned Width         = 8,
  parameter  int unsigned Rounding      = 0,
  parameter  int unsigned RandomBits    = 0,
  parameter  int unsigned GuardBits     = 1,
  parameter  int unsigned Wraps         = 0,
  parameter  int unsigned Symmetric     = 0,  // 2^(Width-1) is too large for the negative one too
  localparam int unsigned RoundingBits  = format_pkg::rounding_bits(Rounding, RandomBits),
  localparam int unsigned MagnitudeBits = format_pkg::significand_bits(Kind, Width, 0)
) (
  input  logic                     sign_i,
  input  logic                     beyond_i,     // a one stands above the magnitude
  input  logic [MagnitudeBits-1:0] significand_i,
  input  logic [GuardBits-1:0]     guard_i,
  input  logic                     sticky_i,
  input  logic                     nan_i,
  input  logic                     infinity_i,
  input  logic [RoundingBits-1:0]  rounding_i,
  output logic [Width-1:0]         z_o,
  output logic                     invalid_o,
  output logic                     overflow_o,
  output logic                     inexact_o
);

  logic                     up, increment, unused_away, negates, too_large;
  logic [MagnitudeBits-1:0] sum;
  logic [Width-1:0]         code, limit, finite;

  round_up #(
    .Rounding(Rounding), .RandomBits(RandomBits), .GuardBits(GuardBits)
  ) u_round_up (
    .sign_i, .odd_i(significand_i[0]), .guard_i, .sticky_i, .rounding_i, .increment_o(up),
    .away_o(unused_away)
  );

  // An unsigned result that saturates is 0 where it is negative.
  assign negates   = sign_i && (Kind == format_pkg::KindTwos
                                || (Kind == format_pkg::KindUnsigned && Wraps != 0));
  assign increment = up ^ negates;
  assign sum       = (significand_i ^ {MagnitudeBits{negates}}) + MagnitudeBits'(increment);

  if (Kind == format_pkg::KindTwos) begin : gen_twos
    // Of 2^(Width-1), only the negative one is there.
    localparam logic [Width-1:0] Least = {1'b1, (Width-1)'(Symmetric)};
    logic top, rest;
    assign top       = significand_i[Width-1];
    assign rest      = |significand_i[Width-2:0];
    assign too_large = beyond_i
        || ((sign_i && Symmetric == 0) ? top && (rest || up)
                                       : top || (up && &significand_i[Width-2:0]));
    assign code      = sum;
    assign limit     = sign_i ? Least : {1'b0, {(Width-1){1'b1}}};
  end else if (Kind == format_pkg::KindSignMagnitude) begin : gen_sign_magnitude
    assign too_large = beyond_i || (up && &significand_i);
    assign code      = {sign_i, sum};
    assign limit     = {sign_i, {(Width-1){1'b1}}};
  end else begin : gen_unsigned
    assign too_large = beyond_i || (up && &significand_i) || (sign_i && (up || |significand_i));
    assign code      = sum;
    assign limit     = {Width{!sign_i}};
  end

  if (Wraps != 0) begin : gen_wrap
    assign finite = code;
  end else begin : gen_saturate
    assign finite = too_large ? limit : code;
  end

  assign z_o        = nan_i ? '0 : infinity_i ? limit : finite;
  assign invalid_o  = nan_i;
  assign overflow_o = !nan_i && (infinity_i || too_large);
  assign inexact_o  = overflow_o || (!nan_i && (|guard_i || sticky_i));

endmodule
