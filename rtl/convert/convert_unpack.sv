// The operand, a number or a posit, as sign, exponent and significand, its scale in the exponent.
// Twin of models/convert/convert_unpack.h.
module convert_unpack #(
  parameter  int unsigned AKind          = 3,
  parameter  int unsigned AWidth         = 32,
  parameter  int unsigned AExponentBits  = 8,
  parameter  int unsigned AFractionBits  = 23,
  parameter  int unsigned ASpecials      = 0,
  parameter  int unsigned AHasSign       = 1,
  parameter  int unsigned AHasSubnormals = 1,
  parameter  int unsigned AHasZero       = 1,
  parameter  int unsigned Scaled         = 0,
  parameter  int unsigned BWidth         = 1,
  parameter  int unsigned BExponentBits  = 1,
  parameter  int unsigned BSpecials      = 1,
  parameter  int unsigned BHasSubnormals = 0,
  parameter  int unsigned BHasZero       = 0,
  parameter  int unsigned FlushInputs    = 0,
  parameter  int unsigned Flags          = 0,
  parameter  int unsigned ExponentBits   = 8,
  localparam int unsigned SignificandBits =
      format_pkg::significand_bits(AKind, AWidth, AFractionBits)
) (
  input  logic [AWidth-1:0]          a_i,
  input  logic [BWidth-1:0]          b_i,
  output logic                       sign_o,
  output logic [ExponentBits-1:0]    exponent_o,     // biased by both operands' biases
  output logic [SignificandBits-1:0] significand_o,  // U1.FractionBits; integers U(Width).0
  output logic                       nan_o,
  output logic                       infinity_o      // with nan_o: the operation is invalid
);

  localparam int unsigned FieldBits = convert_pkg::field_bits(AKind, AWidth, AExponentBits);

  logic [FieldBits-1:0]       exponent;
  logic [SignificandBits-1:0] significand;
  logic                       nan, infinity;

  if (AKind == format_pkg::KindPosit) begin : gen_posit
    logic [FieldBits-1:0] scale;

    posit_operand #(.Width(AWidth), .ExponentSize(AExponentBits)) u_a (
      .code_i(a_i), .sign_o, .scale_o(scale), .significand_o(significand), .nar_o(nan)
    );
    // Two's complement with its sign bit the other way round is biased by that bit's weight.
    assign exponent = {~scale[FieldBits-1], scale[FieldBits-2:0]};
    assign infinity = 1'b0;
  end else begin : gen_number
    operand_unpack #(
      .Kind(AKind), .Width(AWidth), .ExponentBits(AExponentBits), .FractionBits(AFractionBits),
      .Specials(ASpecials), .HasSign(AHasSign), .HasSubnormals(AHasSubnormals), .HasZero(AHasZero),
      .Flush(FlushInputs), .Signals(Flags)
    ) u_a (
      .code_i(a_i), .sign_o, .exponent_o(exponent), .significand_o(significand), .nan_o(nan),
      .infinity_o(infinity)
    );
  end

  if (Scaled != 0) begin : gen_scale
    logic [BExponentBits-1:0] scale_exponent;
    logic                     scale_is_one, scale_nan, scale_infinity, unused_sign;
    logic                     either_nan, undefined;

    operand_unpack #(
      .Kind(format_pkg::KindFloating), .Width(BWidth), .ExponentBits(BExponentBits),
      .FractionBits(0), .Specials(BSpecials), .HasSign(0), .HasSubnormals(BHasSubnormals),
      .HasZero(BHasZero)
    ) u_b (
      .code_i(b_i), .sign_o(unused_sign), .exponent_o(scale_exponent),
      .significand_o(scale_is_one),  // or zero
      .nan_o(scale_nan), .infinity_o(scale_infinity)
    );
    assign exponent_o    = ExponentBits'(exponent) + ExponentBits'(scale_exponent);
    assign significand_o = significand & {SignificandBits{scale_is_one}};
    assign either_nan    = nan || scale_nan;
    assign undefined     = !either_nan && ((infinity && !scale_is_one)
                                           || (scale_infinity && significand == '0));
    assign nan_o         = either_nan || undefined;
    if (Flags != 0) begin : gen_flags
      assign infinity_o = either_nan ? nan && infinity : infinity || scale_infinity;
    end else begin : gen_no_flags
      assign infinity_o = !nan_o && (infinity || scale_infinity);
    end
  end else begin : gen_plain
    logic unused_scale;
    assign unused_scale  = ^b_i;
    assign exponent_o    = exponent;
    assign significand_o = significand;
    assign nan_o         = nan;
    assign infinity_o    = infinity;
  end

endmodule
