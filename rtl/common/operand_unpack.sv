// One operand, of any format, as sign, exponent and significand. Twin of
// models/common/operand_unpack.h.
//
//   floating   | sign | exponent field | fraction |    significand = hidden bit, fraction
//   subnormals and zero have the exponent of the smallest normal numbers, and hidden bit 0
//   integers   significand = magnitude, exponent = 0
module operand_unpack #(
  parameter  int unsigned Kind            = 3,
  parameter  int unsigned Width           = 8,
  parameter  int unsigned ExponentBits    = 4,
  parameter  int unsigned FractionBits    = 3,
  parameter  int unsigned Specials        = 0,
  parameter  int unsigned HasSign         = 1,
  parameter  int unsigned HasSubnormals   = 1,
  parameter  int unsigned HasZero         = 1,
  parameter  int unsigned Flush           = 0,   // subnormals count as zero
  parameter  int unsigned Signals         = 0,   // a signalling NaN has nan_o and infinity_o
  localparam int unsigned FieldBits       = format_pkg::field_bits(Kind, ExponentBits),
  localparam int unsigned SignificandBits =
      format_pkg::significand_bits(Kind, Width, FractionBits)
) (
  input  logic [Width-1:0]           code_i,
  output logic                       sign_o,
  output logic [FieldBits-1:0]       exponent_o,     // biased
  output logic [SignificandBits-1:0] significand_o,  // U1.FractionBits; integers U(Width).0
  output logic                       nan_o,
  output logic                       infinity_o
);

  if (Kind == format_pkg::KindFloating) begin : gen_floating
    localparam int unsigned MagnitudeBits = ExponentBits + FractionBits;

    logic [MagnitudeBits-1:0] magnitude;
    logic [ExponentBits-1:0]  exponent;
    logic                     sign, field_is_zero, magnitude_is_zero, hidden;

    assign magnitude         = code_i[MagnitudeBits-1:0];
    assign exponent          = magnitude[FractionBits +: ExponentBits];
    assign field_is_zero     = exponent == '0;
    assign magnitude_is_zero = magnitude == '0;
    if (HasSign != 0) begin : gen_sign
      assign sign = code_i[Width-1];
    end else begin : gen_no_sign
      assign sign = 1'b0;
    end

    if (HasSubnormals != 0) begin : gen_subnormals
      logic unused_zero;
      assign unused_zero = magnitude_is_zero;
      assign hidden      = !field_is_zero;
      assign exponent_o  = exponent | ExponentBits'(field_is_zero);
    end else begin : gen_no_subnormals
      logic unused_field;
      assign unused_field = field_is_zero;
      assign hidden       = (HasZero != 0) ? !magnitude_is_zero : 1'b1;
      assign exponent_o   = exponent;
    end

    if (FractionBits > 0 && Flush != 0 && HasSubnormals != 0) begin : gen_flush
      assign significand_o = {hidden, magnitude[FractionBits-1:0] & {FractionBits{hidden}}};
    end else if (FractionBits > 0) begin : gen_fraction
      assign significand_o = {hidden, magnitude[FractionBits-1:0]};
    end else begin : gen_no_fraction
      assign significand_o = hidden;
    end
    assign sign_o = sign;

    if (Specials == format_pkg::SpecialsIeee) begin : gen_ieee
      logic top, fraction_is_zero;
      assign top              = exponent == '1;
      assign fraction_is_zero = significand_o == {1'b1, {(SignificandBits-1){1'b0}}};
      assign nan_o            = top && !fraction_is_zero;
      if (Signals != 0) begin : gen_signals
        assign infinity_o = top && (fraction_is_zero || !magnitude[FractionBits-1]);
      end else begin : gen_no_signals
        assign infinity_o = top && fraction_is_zero;
      end
    end else if (Specials == format_pkg::SpecialsTopCodeNan) begin : gen_top_code
      assign nan_o      = magnitude == '1;
      assign infinity_o = 1'b0;
    end else if (Specials == format_pkg::SpecialsNegativeZeroNan) begin : gen_negative_zero
      assign nan_o      = sign && magnitude_is_zero;
      assign infinity_o = 1'b0;
    end else if (Specials == format_pkg::SpecialsExtended && HasSign != 0) begin : gen_extended
      assign nan_o      = sign && magnitude_is_zero;
      assign infinity_o = magnitude == '1;
    end else if (Specials == format_pkg::SpecialsExtended) begin : gen_extended_unsigned
      assign nan_o      = magnitude == '1;
      // Not ~MagnitudeBits'(1): Yosys 0.23 drops an operator before a sized cast.
      assign infinity_o = magnitude == {{(MagnitudeBits-1){1'b1}}, 1'b0};
    end else begin : gen_none
      assign nan_o      = 1'b0;
      assign infinity_o = 1'b0;
    end
  end else begin : gen_integer
    assign exponent_o = 1'b0;
    assign nan_o      = 1'b0;
    assign infinity_o = 1'b0;
    if (Kind == format_pkg::KindTwos) begin : gen_twos
      assign sign_o        = code_i[Width-1];
      assign significand_o = sign_o ? -code_i : code_i;
    end else if (Kind == format_pkg::KindSignMagnitude) begin : gen_sign_magnitude
      assign sign_o        = code_i[Width-1];
      assign significand_o = code_i[Width-2:0];
    end else begin : gen_unsigned
      assign sign_o        = 1'b0;
      assign significand_o = code_i;
    end
  end

endmodule
