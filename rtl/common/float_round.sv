// The last stage of every unit with a floating result: rounds, or gives the code of what is not a
// number. Twin of models/common/float_round.h.
module float_round #(
  parameter  int unsigned ExponentBits  = 7,
  parameter  int unsigned CExponentBits = 5,
  parameter  int unsigned CFractionBits = 10,
  parameter  int unsigned CSpecials     = 0,
  parameter  int unsigned Rounding      = 0,
  parameter  int unsigned RandomBits    = 0,
  parameter  int unsigned Overflow      = 0,
  parameter  int unsigned GuardBits     = 1,
  parameter  int unsigned FlushOutputs  = 0,
  parameter  int unsigned Flags         = 0,
  parameter  int unsigned TinyAfter     = 0,   // underflow by tininess after rounding
  localparam int unsigned RoundingBits  = format_pkg::rounding_bits(Rounding, RandomBits),
  localparam int unsigned FlagBits      = format_pkg::flag_bits(Flags),
  localparam int unsigned CBits         = 1 + CExponentBits + CFractionBits
) (
  input  logic                    sign_i,
  input  logic [ExponentBits-1:0] exponent_i,
  input  logic [CFractionBits:0]  significand_i,
  input  logic [GuardBits-1:0]    guard_i,
  input  logic                    sticky_i,
  input  logic                    nan_i,
  input  logic                    infinity_i,       // with nan_i: the operation was invalid
  input  logic                    infinity_sign_i,
  input  logic [RoundingBits-1:0] rounding_i,
  output logic [CBits-1:0]        z_o,
  output logic [FlagBits-1:0]     flags_o  // invalid, divide by zero, overflow, underflow, inexact
);

  localparam int unsigned OverflowSaturate = 1;

  localparam logic             HasNan      = CSpecials != format_pkg::SpecialsNone;
  localparam logic             HasInfinity = CSpecials == format_pkg::SpecialsIeee
                                             || CSpecials == format_pkg::SpecialsExtended;
  localparam logic             NanSign     = CSpecials == format_pkg::SpecialsNegativeZeroNan
                                             || CSpecials == format_pkg::SpecialsExtended;
  localparam logic [CBits-2:0] NanMagnitude = (CBits-1)'(format_pkg::nan_magnitude(
      CExponentBits, CFractionBits, CSpecials, 1));
  localparam logic [CBits-2:0] InfinityMagnitude = (CBits-1)'(format_pkg::infinity_magnitude(
      CExponentBits, CFractionBits, CSpecials, 1));
  localparam logic [CBits-2:0] MaxFinite = (CBits-1)'(format_pkg::max_code(
      CExponentBits, CFractionBits, CSpecials, 1));
  localparam logic [CBits-1:0] Nan = HasNan ? {NanSign, NanMagnitude} : '0;

  logic [CBits-1:0] rounded, infinity;
  logic             overflow, underflow, inexact;

  rounder #(
    .ExponentBits(ExponentBits), .FormatExponentBits(CExponentBits), .FractionBits(CFractionBits),
    .Specials(CSpecials), .Rounding(Rounding), .RandomBits(RandomBits), .Overflow(Overflow),
    .GuardBits(GuardBits), .FlushOutputs(FlushOutputs), .TinyAfter((Flags != 0) ? TinyAfter : 0)
  ) u_rounder (
    .sign_i, .exponent_i, .significand_i, .guard_i, .sticky_i, .rounding_i, .code_o(rounded),
    .overflow_o(overflow), .underflow_o(underflow), .inexact_o(inexact)
  );

  // A format without infinity has a NaN or its largest number instead.
  if (HasInfinity) begin : gen_infinity
    assign infinity = {infinity_sign_i, InfinityMagnitude};
  end else if (HasNan && Overflow != OverflowSaturate) begin : gen_nan
    logic unused_sign;
    assign unused_sign = infinity_sign_i;
    assign infinity    = Nan;
  end else begin : gen_saturate
    assign infinity = {infinity_sign_i, MaxFinite};
  end

  assign z_o = nan_i ? Nan : infinity_i ? infinity : rounded;

  if (Flags != 0) begin : gen_flags
    always_comb begin
      flags_o = {2'b00, overflow, underflow, inexact};
      if (nan_i)           flags_o = {infinity_i || !HasNan, 4'b0000};
      else if (infinity_i) flags_o = HasInfinity ? 5'b00000 : 5'b00101;
    end
  end else begin : gen_no_flags
    logic unused_flags;
    assign unused_flags = overflow ^ underflow ^ inexact;
    assign flags_o      = 1'b0;
  end

endmodule
