// The code of a scale that is no power of two: the largest value over the greatest element, rounded
// once, to nearest with ties to even. Twin of models/block_quantize/block_quantize_ratio.h.
//
//   key        | exponent field | fraction | rest |
//   dividend   | hidden | fraction |            divisor: a constant, whose rows are few gates a bit
//   placed     | quotient | anything left |     a significand of the exponent and Offset
module block_quantize_ratio #(
  parameter  int unsigned ExponentBits    = 8,
  parameter  int unsigned KeyFractionBits = 6,
  parameter  int unsigned KeyHasRest      = 1,
  parameter  int unsigned Divisor         = 3,     // odd: the greatest element's
  parameter  int unsigned QuotientBits    = 6,
  parameter  int          Offset          = -123,  // height = exponent + this
  parameter  int unsigned TopHeight       = 4,     // of an integer
  parameter  int          GreatestHeight  = 132,
  parameter  int unsigned Kind            = 3,     // of the scale
  parameter  int unsigned Width           = 8,
  parameter  int unsigned FieldBits       = 4,
  parameter  int unsigned FractionBits    = 3,
  parameter  int unsigned Specials        = 1,
  parameter  int unsigned HasSign         = 1,
  parameter  int unsigned HasSubnormals   = 1,
  parameter  int unsigned HasZero         = 1,
  localparam int unsigned KeyBits         = ExponentBits + KeyFractionBits + KeyHasRest
) (
  input  logic               nan_i,
  input  logic [KeyBits-1:0] key_i,
  output logic               clear_o,
  output logic [Width-1:0]   code_o
);

  localparam int unsigned OverflowSaturate = 1;
  localparam int unsigned ToInteger        = (Kind == format_pkg::KindFloating) ? 0 : 1;
  localparam int unsigned DivisorBits      = format_pkg::bit_length(128'(Divisor));
  localparam int unsigned Precision        =
      format_pkg::significand_bits(Kind, Width, FractionBits);
  localparam int unsigned SignificandBits  = QuotientBits + 1;
  localparam int          LeastHeight      = 1 + Offset;
  localparam int unsigned HeightBits       = format_pkg::range_bits(LeastHeight, GreatestHeight);
  localparam int unsigned ShiftedBits      =
      (ToInteger != 0) ? 1 : format_pkg::unsigned_bits(
          block_quantize_pkg::greater(GreatestHeight + 2, 1));

  logic [ExponentBits-1:0]      field, biased;
  logic [KeyFractionBits:0]     dividend;
  logic [QuotientBits-1:0]      quotient;
  logic                         is_subnormal, rest, left, guard, sticky, unused_flags;
  logic signed [HeightBits-1:0] height;
  logic [SignificandBits-1:0]   significand;
  logic [ShiftedBits-1:0]       exponent;
  logic [Precision-1:0]         placed;
  logic [Width-1:0]             rounded;

  assign field        = key_i[KeyBits-1 -: ExponentBits];
  assign is_subnormal = field == '0;
  if (KeyFractionBits > 0) begin : gen_fraction
    assign dividend = {!is_subnormal, key_i[KeyHasRest +: KeyFractionBits]};
  end else begin : gen_no_fraction
    assign dividend = !is_subnormal;
  end
  if (KeyHasRest != 0) begin : gen_rest
    assign rest = key_i[0];
  end else begin : gen_no_rest
    assign rest = 1'b0;
  end

  significand_divide #(
    .DividendBits(KeyFractionBits + 1), .DivisorBits(DivisorBits), .QuotientBits(QuotientBits)
  ) u_divide (
    .dividend_i(dividend), .divisor_i(DivisorBits'(Divisor)), .quotient_o(quotient), .sticky_o(left)
  );
  assign significand = {quotient, left || rest};
  assign biased      = field | ExponentBits'(is_subnormal);
  assign height      = HeightBits'(biased) + HeightBits'(Offset);

  if (ToInteger != 0) begin : gen_integer
    convert_place #(
      .SignificandBits(SignificandBits), .HeightBits(HeightBits), .Lowest(LeastHeight),
      .Highest(GreatestHeight), .TopHeight(TopHeight), .Precision(Precision), .GuardBits(1)
    ) u_place (
      .height_i(height), .significand_i(significand), .beyond_o(exponent), .significand_o(placed),
      .guard_o(guard), .sticky_o(sticky)
    );
  end else begin : gen_floating
    convert_normalize #(
      .SignificandBits(SignificandBits), .HeightBits(HeightBits), .Lowest(LeastHeight),
      .UnnormalizedHeight(GreatestHeight), .Subnormals(HasSubnormals), .Precision(Precision),
      .GuardBits(1), .ExponentBits(ShiftedBits)
    ) u_normalize (
      .height_i(height), .significand_i(significand), .exponent_o(exponent),
      .significand_o(placed), .guard_o(guard), .sticky_o(sticky)
    );
  end

  convert_round #(
    .ExponentBits(ShiftedBits), .Precision(Precision), .GuardBits(1), .ZKind(Kind), .ZWidth(Width),
    .ZExponentBits(FieldBits), .ZFractionBits(FractionBits), .ZSpecials(Specials),
    .ZHasSign(HasSign), .ZHasSubnormals(HasSubnormals), .ZHasZero(HasZero),
    .Overflow(OverflowSaturate)
  ) u_round (
    .sign_i(1'b0), .exponent_i(exponent), .significand_i(placed), .guard_i(guard),
    .sticky_i(sticky), .nan_i, .infinity_i(1'b0), .rounding_i(1'b0), .z_o(rounded),
    .flags_o(unused_flags)
  );

  // An integer scale may be 0, and all elements are then. A floating one is not: values too small
  // for the least are 0 under that.
  if (ToInteger != 0) begin : gen_zero
    assign code_o  = rounded;
    assign clear_o = nan_i || rounded == '0;
  end else if (HasZero != 0) begin : gen_least
    assign code_o  = {rounded[Width-1:1], rounded[0] || rounded == '0};
    assign clear_o = nan_i;
  end else begin : gen_no_zero
    assign code_o  = rounded;
    assign clear_o = nan_i;
  end

endmodule
