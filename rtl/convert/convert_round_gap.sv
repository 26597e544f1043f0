// Whether a number between zero and the least number of a format without subnormals rounds up. The
// least is one unit of the significand above 1, for zero has the code of 1; where there is no zero
// all go up.
module convert_round_gap #(
  parameter  int unsigned FractionBits = 3,
  parameter  int unsigned HasZero      = 1,
  parameter  int unsigned Rounding     = 0,
  parameter  int unsigned RandomBits   = 0,
  parameter  int unsigned GuardBits    = 1,
  localparam int unsigned RoundingBits = format_pkg::rounding_bits(Rounding, RandomBits)
) (
  input  logic                    sign_i,
  input  logic [FractionBits:0]   significand_i,
  input  logic [GuardBits-1:0]    guard_i,
  input  logic                    sticky_i,
  input  logic [RoundingBits-1:0] rounding_i,
  output logic                    up_o
);

  localparam int unsigned RoundStochastic = 6;
  localparam int unsigned NumberBits      = FractionBits + 1 + GuardBits;

  logic [NumberBits-1:0] number;  // U1.(FractionBits + GuardBits), below the least number
  assign number = {significand_i, guard_i};

  if (HasZero == 0) begin : gen_no_zero
    logic unused_number;
    assign unused_number = ^{number, sign_i, sticky_i, rounding_i};
    assign up_o          = 1'b1;
  end else if (Rounding == RoundStochastic) begin : gen_stochastic
    // number / least + random >= 1, without a division; a sticky bit is below all that counts
    localparam int unsigned ProductBits = RandomBits + 1 + FractionBits + 1;
    logic [RandomBits:0] missing;
    logic                unused_others;
    assign missing       = {1'b1, {RandomBits{1'b0}}} - {1'b0, rounding_i};
    assign up_o          = ProductBits'(number) >= (ProductBits'(missing) << FractionBits)
                                                   + ProductBits'(missing);
    assign unused_others = sign_i ^ sticky_i;
  end else begin : gen_half
    // Half the least number: 2^(FractionBits-1) and half a unit.
    localparam logic [NumberBits-1:0] Half =
        ((NumberBits'(1) << FractionBits) + NumberBits'(1)) << (GuardBits - 1);
    logic is_half, unused_away;
    assign is_half = number == Half && !sticky_i;
    round_up #(.Rounding(Rounding), .RandomBits(RandomBits), .GuardBits(1)) u_round_up (
      .sign_i, .odd_i(1'b0), .guard_i(number >= Half), .sticky_i(!is_half), .rounding_i,
      .increment_o(up_o), .away_o(unused_away)
    );
  end

endmodule
