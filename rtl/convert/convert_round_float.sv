// The last stage towards a floating format that has no sign or no subnormals. A format without
// subnormals has a gap below its least number, where zero, if it has one, is the other neighbour;
// one without a sign takes no negative number but what rounds to zero.
// Twin of models/convert/convert_round_float.h.
// Long for one file: the special results stand beside the two ways to round.
module convert_round_float #(
  parameter  int unsigned ExponentBits       = 9,   // of exponent_i
  parameter  int unsigned FormatExponentBits = 8,
  parameter  int unsigned FractionBits       = 0,
  parameter  int unsigned Specials           = 1,
  parameter  int unsigned HasSign            = 0,
  parameter  int unsigned HasSubnormals      = 0,
  parameter  int unsigned HasZero            = 0,
  parameter  int unsigned Rounding           = 0,
  parameter  int unsigned RandomBits         = 0,
  parameter  int unsigned Overflow           = 0,
  parameter  int unsigned GuardBits          = 1,
  parameter  int unsigned FlushOutputs       = 0,
  parameter  int unsigned TinyAfter          = 0,
  localparam int unsigned RoundingBits       = format_pkg::rounding_bits(Rounding, RandomBits),
  localparam int unsigned Width              = HasSign + FormatExponentBits + FractionBits
) (
  input  logic                    sign_i,
  input  logic [ExponentBits-1:0] exponent_i,
  input  logic [FractionBits:0]   significand_i,
  input  logic [GuardBits-1:0]    guard_i,
  input  logic                    sticky_i,
  input  logic                    nan_i,
  input  logic                    infinity_i,  // with nan_i: the operation was invalid
  input  logic [RoundingBits-1:0] rounding_i,
  output logic [Width-1:0]        z_o,
  output logic                    invalid_o,
  output logic                    overflow_o,
  output logic                    underflow_o,
  output logic                    inexact_o
);

  localparam int unsigned OverflowInfinity = 0;
  localparam int unsigned OverflowSaturate = 1;
  localparam int unsigned OverflowNan      = 2;

  localparam int unsigned MagnitudeBits = FormatExponentBits + FractionBits;
  localparam int unsigned WideBits      =
      format_pkg::maximum(ExponentBits, FormatExponentBits) + FractionBits + 1;

  localparam logic [MagnitudeBits-1:0] MaxFinite = MagnitudeBits'(format_pkg::max_code(
      FormatExponentBits, FractionBits, Specials, HasSign));
  localparam logic [MagnitudeBits-1:0] Infinity = MagnitudeBits'(format_pkg::infinity_magnitude(
      FormatExponentBits, FractionBits, Specials, HasSign));
  localparam logic [MagnitudeBits-1:0] Nan = MagnitudeBits'(format_pkg::nan_magnitude(
      FormatExponentBits, FractionBits, Specials, HasSign));
  localparam logic NanSign         = HasSign != 0 && (Specials == format_pkg::SpecialsNegativeZeroNan
                                                      || Specials == format_pkg::SpecialsExtended);
  localparam logic HasNan          = Specials != format_pkg::SpecialsNone;
  localparam logic HasInfinity     = Specials == format_pkg::SpecialsIeee
                                     || Specials == format_pkg::SpecialsExtended;
  localparam logic HasNegativeZero = HasSign != 0 && HasZero != 0 && !NanSign;
  localparam logic Saturates       = Overflow == OverflowSaturate;

  logic [WideBits-1:0]      truncated, rounded;
  logic [MagnitudeBits-1:0] magnitude;
  logic                     up, away, inexact, hidden, is_zero, below, flushed, too_large;
  logic                     in_gap, up_in_gap, vanishes, tiny, missing, sign, nan;

  assign inexact   = |guard_i || sticky_i;
  assign hidden    = significand_i[FractionBits];
  assign is_zero   = significand_i == '0 && !inexact;
  assign below     = !hidden && !is_zero;
  assign flushed   = FlushOutputs != 0 && below;
  if (FractionBits > 0) begin : gen_fraction
    assign truncated = WideBits'({exponent_i, significand_i[FractionBits-1:0]});
  end else begin : gen_no_fraction
    assign truncated = WideBits'(exponent_i);
  end

  round_up #(
    .Rounding(Rounding), .RandomBits(RandomBits), .GuardBits(GuardBits)
  ) u_round_up (
    .sign_i, .odd_i(truncated[0]), .guard_i, .sticky_i, .rounding_i, .increment_o(up),
    .away_o(away)
  );

  if (HasSubnormals != 0) begin : gen_subnormals
    assign in_gap    = 1'b0;
    assign up_in_gap = 1'b0;
    assign rounded   = truncated + WideBits'(up);
    // Tiny after rounding: rounded one place further down, it stays below the least normal number.
    if (TinyAfter != 0) begin : gen_tiny_after
      logic further, unused_away;
      round_up #(
        .Rounding(Rounding), .RandomBits(RandomBits), .GuardBits(GuardBits - 1)
      ) u_further (
        .sign_i, .odd_i(FractionBits > 0), .guard_i(guard_i[GuardBits-2:0]), .sticky_i, .rounding_i,
        .increment_o(further), .away_o(unused_away)
      );
      assign tiny = below && inexact
                    && !(up && rounded[FractionBits] && guard_i[GuardBits-1] && further);
    end else begin : gen_tiny_before
      assign tiny = below && inexact;
    end
  end else begin : gen_gap
    convert_round_gap #(
      .FractionBits(FractionBits), .HasZero(HasZero), .Rounding(Rounding), .RandomBits(RandomBits),
      .GuardBits(GuardBits)
    ) u_gap (
      .sign_i, .significand_i, .guard_i, .sticky_i, .rounding_i, .up_o(up_in_gap)
    );
    assign in_gap  = below || (HasZero != 0 && hidden && truncated == '0);
    assign rounded = in_gap ? WideBits'(HasZero) : truncated + WideBits'(up);
    assign tiny    = in_gap;
  end

  assign vanishes  = flushed || is_zero || (in_gap && !up_in_gap);
  assign too_large = !vanishes && !infinity_i && rounded > WideBits'(MaxFinite);
  // A negative number that the format does not have.
  assign missing   = HasSign == 0 && sign_i && !nan_i
                     && (infinity_i || !(vanishes || (HasSubnormals != 0 && rounded == '0)));
  assign nan       = nan_i || (HasNan && !Saturates
                               && (missing || (infinity_i && !HasInfinity)
                                   || (too_large && away && Overflow == OverflowNan)));

  always_comb begin
    magnitude = MagnitudeBits'(rounded);
    if (infinity_i)      magnitude = (HasInfinity && !Saturates) ? Infinity : MaxFinite;
    else if (vanishes)   magnitude = '0;
    else if (too_large)  magnitude = (away && Overflow == OverflowInfinity) ? Infinity : MaxFinite;
    if (missing)         magnitude = '0;
    if (nan)             magnitude = HasNan ? Nan : '0;
    sign = sign_i && (HasNegativeZero || !vanishes || infinity_i);
    if (!HasNegativeZero && HasSubnormals != 0 && magnitude == '0) sign = 1'b0;
    if (nan)             sign = HasNan && NanSign;
  end

  if (HasSign != 0) begin : gen_sign
    assign z_o = {sign, magnitude};
  end else begin : gen_no_sign
    logic unused_sign;
    assign unused_sign = sign;
    assign z_o         = magnitude;
  end

  always_comb begin
    if (nan_i) begin
      {invalid_o, overflow_o, underflow_o, inexact_o} = {infinity_i || !HasNan, 3'b000};
    end else if (missing) begin
      {invalid_o, overflow_o, underflow_o, inexact_o} = nan ? 4'b1000 : 4'b0101;
    end else if (infinity_i) begin
      {invalid_o, overflow_o, underflow_o, inexact_o} =
          (HasInfinity && !Saturates) ? 4'b0000 : 4'b0101;
    end else if (is_zero) begin
      {invalid_o, overflow_o, underflow_o, inexact_o} = (HasZero != 0) ? 4'b0000 : 4'b0011;  // the least there is
    end else if (too_large) begin
      {invalid_o, overflow_o, underflow_o, inexact_o} = 4'b0101;
    end else begin
      {invalid_o, overflow_o} = 2'b00;
      underflow_o = tiny || flushed;
      inexact_o   = inexact || underflow_o;
    end
  end

endmodule
