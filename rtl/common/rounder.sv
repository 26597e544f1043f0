// The one rounder: a sign, a biased exponent (0 for subnormals and zero), a significand with its
// hidden bit, a guard bit and a sticky bit become the nearest code that the rounding allows.
// Twin of models/common/rounder.h.
//
//   | exponent | fraction | + increment     the carry out of the fraction is the next exponent
module rounder #(
  parameter  int unsigned ExponentBits       = 6,   // of exponent_i
  parameter  int unsigned FormatExponentBits = 4,
  parameter  int unsigned FractionBits       = 3,
  parameter  int unsigned Specials           = 0,
  parameter  int unsigned Rounding           = 0,   // order of models/design/design.h
  parameter  int unsigned Overflow           = 0,
  localparam int unsigned CodeBits           = 1 + FormatExponentBits + FractionBits
) (
  input  logic                    sign_i,
  input  logic [ExponentBits-1:0] exponent_i,
  /* verilator lint_off UNUSEDSIGNAL */  // the hidden bit is needed where it is the last one too
  input  logic [FractionBits:0]   significand_i,  // U1.FractionBits
  /* verilator lint_on UNUSEDSIGNAL */
  input  logic                    guard_i,
  input  logic                    sticky_i,
  output logic [CodeBits-1:0]     code_o
);

  localparam int unsigned RoundTiesToEven     = 0;
  localparam int unsigned RoundTowardNegative = 2;
  localparam int unsigned RoundTowardPositive = 3;
  localparam int unsigned RoundTiesToAway     = 4;
  localparam int unsigned RoundToOdd          = 5;
  localparam int unsigned OverflowInfinity    = 0;
  localparam int unsigned OverflowNan         = 2;

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

  logic                     away, increment, overflow;
  logic [MagnitudeBits-1:0] truncated, magnitude;

  // away: an overflow becomes infinity rather than the largest finite number.
  if (Rounding == RoundTiesToEven) begin : gen_ties_to_even
    assign increment = guard_i && (sticky_i || significand_i[0]);
    assign away      = 1'b1;
  end else if (Rounding == RoundTiesToAway) begin : gen_ties_to_away
    logic unused_sticky;
    assign unused_sticky = sticky_i;
    assign increment     = guard_i;
    assign away          = 1'b1;
  end else if (Rounding == RoundTowardNegative) begin : gen_toward_negative
    assign increment = (guard_i || sticky_i) && sign_i;
    assign away      = sign_i;
  end else if (Rounding == RoundTowardPositive) begin : gen_toward_positive
    assign increment = (guard_i || sticky_i) && !sign_i;
    assign away      = !sign_i;
  end else if (Rounding == RoundToOdd) begin : gen_to_odd
    assign increment = (guard_i || sticky_i) && !significand_i[0];  // sets the lsb
    assign away      = 1'b0;
  end else begin : gen_toward_zero
    logic unused_rest;
    assign unused_rest = guard_i ^ sticky_i;
    assign increment   = 1'b0;
    assign away        = 1'b0;
  end

  if (FractionBits > 0) begin : gen_fraction
    assign truncated = {exponent_i, significand_i[FractionBits-1:0]};
  end else begin : gen_no_fraction
    assign truncated = exponent_i;
  end
  assign magnitude = truncated + MagnitudeBits'(increment);

  if (MagnitudeBits >= CodeBits - 1) begin : gen_overflow
    assign overflow = magnitude > MagnitudeBits'(MaxFinite);
  end else begin : gen_no_overflow
    assign overflow = 1'b0;
  end

  always_comb begin
    code_o = {sign_i, (CodeBits-1)'(magnitude)};
    if (overflow) begin
      code_o = {sign_i, MaxFinite};
      if (away && Overflow == OverflowInfinity) code_o = {sign_i, Infinity};
      if (away && Overflow == OverflowNan)      code_o = {NanSign, Nan};
    end else if (!HasNegativeZero && magnitude == '0) begin
      code_o = '0;
    end
  end

endmodule
