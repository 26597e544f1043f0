// Whether a magnitude with guard bits below its last place rounds away from zero; and whether the
// direction takes a magnitude beyond the largest number to infinity.
module round_up #(
  parameter  int unsigned Rounding     = 0,  // order of models/design/design.h
  parameter  int unsigned RandomBits   = 0,
  parameter  int unsigned GuardBits    = 1,
  localparam int unsigned RoundingBits = format_pkg::rounding_bits(Rounding, RandomBits)
) (
  input  logic                    sign_i,
  input  logic                    odd_i,        // the last place
  input  logic [GuardBits-1:0]    guard_i,
  input  logic                    sticky_i,
  input  logic [RoundingBits-1:0] rounding_i,
  output logic                    increment_o,
  output logic                    away_o
);

  localparam int unsigned RoundTiesToEven     = 0;
  localparam int unsigned RoundTowardNegative = 2;
  localparam int unsigned RoundTowardPositive = 3;
  localparam int unsigned RoundTiesToAway     = 4;
  localparam int unsigned RoundToOdd          = 5;
  localparam int unsigned RoundStochastic     = 6;
  localparam int unsigned RoundPort           = 7;

  logic half, rest, inexact;

  assign half = guard_i[GuardBits-1];
  if (GuardBits > 1) begin : gen_rest
    assign rest = |guard_i[GuardBits-2:0] || sticky_i;
  end else begin : gen_sticky
    assign rest = sticky_i;
  end
  assign inexact = half || rest;

  if (Rounding == RoundPort) begin : gen_port
    logic nearest, directed;
    // 0 ties to even, 1 toward zero, 2 toward negative, 3 toward positive, 4 ties to away
    assign nearest  = rounding_i[1:0] == 2'b00;
    assign directed = rounding_i[1] && (rounding_i[0] != sign_i);
    assign increment_o = (nearest && half && (rest || odd_i || rounding_i[2])) || (directed && inexact);
    assign away_o      = nearest || directed;
  end else if (Rounding == RoundStochastic) begin : gen_stochastic
    logic [RandomBits-1:0] fraction, unused_sum;
    logic                  unused_rest;
    if (GuardBits >= RandomBits) begin : gen_enough
      assign fraction = guard_i[GuardBits-1 -: RandomBits];
    end else begin : gen_fewer
      assign fraction = {guard_i, {(RandomBits-GuardBits){1'b0}}};
    end
    assign {increment_o, unused_sum} = {1'b0, fraction} + {1'b0, rounding_i};
    assign away_o      = 1'b1;
    assign unused_rest = sign_i ^ odd_i ^ inexact;
  end else begin : gen_fixed
    logic unused_inputs;
    assign unused_inputs = ^rounding_i ^ sign_i ^ odd_i ^ inexact;
    assign increment_o =
        (Rounding == RoundTiesToEven)     ? half && (rest || odd_i)
      : (Rounding == RoundTiesToAway)     ? half
      : (Rounding == RoundTowardNegative) ? inexact && sign_i
      : (Rounding == RoundTowardPositive) ? inexact && !sign_i
      : (Rounding == RoundToOdd)          ? inexact && !odd_i   // sets the last place
                                          : 1'b0;
    assign away_o =
        (Rounding == RoundTiesToEven || Rounding == RoundTiesToAway) ? 1'b1
      : (Rounding == RoundTowardNegative) ? sign_i
      : (Rounding == RoundTowardPositive) ? !sign_i
                                          : 1'b0;
  end

endmodule
