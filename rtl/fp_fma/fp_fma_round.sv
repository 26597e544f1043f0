// Rounds the sum into the accumulator's format, or gives the code of what is not a number.
// Twin of models/fp_fma/fp_fma_round.h.
module fp_fma_round #(
  parameter  int unsigned ExponentBits  = 7,
  parameter  int unsigned CExponentBits = 5,
  parameter  int unsigned CFractionBits = 10,
  parameter  int unsigned CSpecials     = 0,
  parameter  int unsigned Rounding      = 0,
  parameter  int unsigned Overflow      = 0,
  localparam int unsigned CBits         = 1 + CExponentBits + CFractionBits
) (
  input  logic                    sign_i,
  input  logic [ExponentBits-1:0] exponent_i,
  input  logic [CFractionBits:0]  significand_i,
  input  logic                    guard_i,
  input  logic                    sticky_i,
  input  logic                    nan_i,
  input  logic                    infinity_i,
  input  logic                    infinity_sign_i,
  output logic [CBits-1:0]        z_o
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

  rounder #(
    .ExponentBits(ExponentBits), .FormatExponentBits(CExponentBits), .FractionBits(CFractionBits),
    .Specials(CSpecials), .Rounding(Rounding), .Overflow(Overflow)
  ) u_rounder (
    .sign_i, .exponent_i, .significand_i, .guard_i, .sticky_i, .code_o(rounded)
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

endmodule
