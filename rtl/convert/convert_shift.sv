// Brings the significand to the target's places. Twin of models/convert/convert_shift.h. Towards a
// floating target: up to the top, but not beyond where the least exponent has it, or down.
//
//   0 0 1 x x x x        up by the leading zeros: a number without hidden bit, normal in the target
//   | precision | guard | sticky
//       1 x x x x x x    down by as much as the number is below the lowest binade
//
// Towards an integer: from the top height down to its own. What stands above the magnitude makes it
// too large.
//
//   | 1 x x x x x x 0 0 0 0 0 0 0 |        the top height
//         | magnitude | guard | sticky
//   Long for one file: two shifts, each with what it needs of the widths.
module convert_shift #(
  parameter  int unsigned SignificandBits = 24,
  parameter  int unsigned ExponentBits    = 8,
  parameter  int unsigned LeastExponent   = 1,    // int: of any operand
  parameter  int unsigned GreatestExponent     = 255,
  parameter  int unsigned UnnormalizedExponent = 1,  // the greatest without a hidden bit
  parameter  int unsigned HeightOffset    = 0,    // int
  parameter  int unsigned ToInteger       = 0,
  parameter  int unsigned Subnormals      = 1,    // of the target
  parameter  int unsigned Precision       = 11,
  parameter  int unsigned GuardBits       = 1,
  parameter  int unsigned ShiftedBits     = 9,
  parameter  int unsigned TopHeight       = 0,    // of an integer
  parameter  int unsigned Clamps          = 0
) (
  input  logic                       sign_i,
  input  logic [ExponentBits-1:0]    exponent_i,
  input  logic [SignificandBits-1:0] significand_i,
  input  logic                       nan_i,
  input  logic                       infinity_i,
  output logic                       sign_o,
  output logic [ShiftedBits-1:0]     exponent_o,
  output logic [Precision-1:0]       significand_o,
  output logic [GuardBits-1:0]       guard_o,
  output logic                       sticky_o,
  output logic                       nan_o,
  output logic                       infinity_o
);

  localparam int Lowest             = $signed(LeastExponent) + $signed(HeightOffset);
  localparam int Highest            = $signed(GreatestExponent) + $signed(HeightOffset);
  localparam int UnnormalizedHeight = $signed(UnnormalizedExponent) + $signed(HeightOffset);
  localparam int unsigned HeightBits =
      format_pkg::maximum(format_pkg::signed_bits(Lowest), format_pkg::signed_bits(Highest));

  logic signed [HeightBits-1:0] height;
  logic [ShiftedBits-1:0]       exponent;
  logic                         clamped;

  if (Lowest == Highest) begin : gen_constant_height
    logic unused_exponent;
    assign unused_exponent = ^exponent_i;
    assign height          = HeightBits'(Lowest);
  end else begin : gen_height
    assign height = HeightBits'(exponent_i) + HeightBits'(HeightOffset);
  end

  if (ToInteger != 0) begin : gen_integer
    convert_place #(
      .SignificandBits(SignificandBits), .HeightBits(HeightBits), .Lowest(Lowest),
      .Highest(Highest), .TopHeight(TopHeight), .Precision(Precision), .GuardBits(GuardBits)
    ) u_place (
      .height_i(height), .significand_i, .beyond_o(exponent), .significand_o, .guard_o, .sticky_o
    );
  end else begin : gen_floating
    convert_normalize #(
      .SignificandBits(SignificandBits), .HeightBits(HeightBits), .Lowest(Lowest),
      .UnnormalizedHeight(UnnormalizedHeight), .Subnormals(Subnormals), .Precision(Precision),
      .GuardBits(GuardBits), .ExponentBits(ShiftedBits)
    ) u_normalize (
      .height_i(height), .significand_i, .exponent_o(exponent), .significand_o, .guard_o, .sticky_o
    );
  end

  // Infinity becomes a number too large where overflow has the same result.
  assign clamped    = Clamps != 0 && infinity_i && !nan_i;
  assign exponent_o = exponent | {ShiftedBits{clamped}};
  assign infinity_o = infinity_i && !clamped;
  assign sign_o     = sign_i;
  assign nan_o      = nan_i;

endmodule
