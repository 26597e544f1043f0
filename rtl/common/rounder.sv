// The one rounder: a sign, a biased exponent (0 for subnormals and zero), a significand with its
// hidden bit, guard bits and a sticky bit become the nearest code that the rounding allows, and
// flags. Twin of models/common/rounder.h.
//
//   | exponent | fraction | guard | sticky
//   |          |        + increment            the carry out of the fraction is the next exponent
module rounder #(
  parameter  int unsigned ExponentBits       = 6,   // of exponent_i
  parameter  int unsigned FormatExponentBits = 4,
  parameter  int unsigned FractionBits       = 3,
  parameter  int unsigned Specials           = 0,
  parameter  int unsigned Rounding           = 0,   // order of models/design/design.h
  parameter  int unsigned RandomBits         = 0,
  parameter  int unsigned Overflow           = 0,
  parameter  int unsigned GuardBits          = 1,
  parameter  int unsigned FlushOutputs       = 0,
  parameter  int unsigned TinyAfter          = 0,   // underflow by tininess after rounding
  localparam int unsigned RoundingBits       = format_pkg::rounding_bits(Rounding, RandomBits),
  localparam int unsigned CodeBits           = 1 + FormatExponentBits + FractionBits
) (
  input  logic                    sign_i,
  input  logic [ExponentBits-1:0] exponent_i,
  /* verilator lint_off UNUSEDSIGNAL */  // the exponent says what the hidden bit is
  input  logic [FractionBits:0]   significand_i,  // U1.FractionBits
  /* verilator lint_on UNUSEDSIGNAL */
  input  logic [GuardBits-1:0]    guard_i,        // U0.GuardBits
  input  logic                    sticky_i,
  input  logic [RoundingBits-1:0] rounding_i,     // the mode, or random bits
  output logic [CodeBits-1:0]     code_o,
  output logic                    overflow_o,
  output logic                    underflow_o,
  output logic                    inexact_o
);

  localparam int unsigned OverflowInfinity = 0;
  localparam int unsigned OverflowNan      = 2;

  localparam int unsigned          MagnitudeBits = ExponentBits + FractionBits;
  localparam logic [CodeBits-2:0]  MaxFinite = (CodeBits-1)'(format_pkg::max_code(
      FormatExponentBits, FractionBits, Specials, 1));
  localparam logic [CodeBits-2:0]  Infinity = (CodeBits-1)'(format_pkg::infinity_magnitude(
      FormatExponentBits, FractionBits, Specials, 1));
  localparam logic [CodeBits-2:0]  Nan = (CodeBits-1)'(format_pkg::nan_magnitude(
      FormatExponentBits, FractionBits, Specials, 1));
  localparam logic                 NanSign =
      Specials == format_pkg::SpecialsNegativeZeroNan || Specials == format_pkg::SpecialsExtended;
  localparam logic                 HasNegativeZero = !NanSign;

  logic                     away, increment, overflow, inexact, is_subnormal, flushed, grows;
  logic [MagnitudeBits-1:0] truncated, magnitude;

  assign inexact      = |guard_i || sticky_i;
  assign is_subnormal = exponent_i == '0;

  round_up #(
    .Rounding(Rounding), .RandomBits(RandomBits), .GuardBits(GuardBits)
  ) u_round_up (
    .sign_i, .odd_i(truncated[0]), .guard_i, .sticky_i, .rounding_i,
    .increment_o(increment), .away_o(away)
  );

  if (FractionBits > 0) begin : gen_fraction
    assign truncated = {exponent_i, significand_i[FractionBits-1:0]};
  end else begin : gen_no_fraction
    assign truncated = exponent_i;
  end
  // Both candidates before it is known which.
  logic [MagnitudeBits-1:0] next;

  assign next      = truncated + MagnitudeBits'(1);
  assign magnitude = increment ? next : truncated;

  // Fewer bits, or as many where every code is a number, hold nothing beyond the largest.
  if (MagnitudeBits > CodeBits - 1 || (MagnitudeBits == CodeBits - 1 && !(&MaxFinite)))
  begin : gen_overflow
    assign overflow = increment ? truncated >= MagnitudeBits'(MaxFinite)
                                : truncated > MagnitudeBits'(MaxFinite);
  end else begin : gen_no_overflow
    assign overflow = 1'b0;
  end

  // Tiny after rounding: rounded one place further down, it stays below the least normal number.
  if (TinyAfter != 0) begin : gen_tiny_after
    logic further, all_ones, unused_away;
    round_up #(
      .Rounding(Rounding), .RandomBits(RandomBits), .GuardBits(GuardBits - 1)
    ) u_further (
      .sign_i, .odd_i(FractionBits > 0), .guard_i(guard_i[GuardBits-2:0]), .sticky_i, .rounding_i,
      .increment_o(further), .away_o(unused_away)
    );
    if (FractionBits > 0) begin : gen_fraction_ones
      assign all_ones = &significand_i[FractionBits-1:0];
    end else begin : gen_no_fraction_ones
      assign all_ones = 1'b1;
    end
    assign grows = increment && all_ones && guard_i[GuardBits-1] && further;
  end else begin : gen_tiny_before
    assign grows = 1'b0;
  end

  if (FlushOutputs != 0) begin : gen_flush
    if (FractionBits > 0) begin : gen_fraction_lost
      assign inexact_o = is_subnormal ? |significand_i[FractionBits-1:0] || inexact
                                      : inexact || overflow;
    end else begin : gen_no_fraction_lost
      assign inexact_o = inexact || overflow;
    end
    logic unused_grows;
    assign unused_grows = grows;
    assign flushed     = is_subnormal;
    assign underflow_o = is_subnormal && inexact_o;
  end else begin : gen_keep
    assign flushed     = 1'b0;
    assign inexact_o   = inexact || overflow;
    assign underflow_o = is_subnormal && inexact && !grows;
  end
  assign overflow_o = overflow && !flushed;

  always_comb begin
    code_o = {sign_i, (CodeBits-1)'(magnitude)};
    if (flushed) begin
      code_o = {sign_i && HasNegativeZero, {(CodeBits-1){1'b0}}};
    end else if (overflow) begin
      code_o = {sign_i, MaxFinite};
      if (away && Overflow == OverflowInfinity) code_o = {sign_i, Infinity};
      if (away && Overflow == OverflowNan)      code_o = {NanSign, Nan};
    end else if (!HasNegativeZero && magnitude == '0) begin
      code_o = '0;
    end
  end

endmodule
