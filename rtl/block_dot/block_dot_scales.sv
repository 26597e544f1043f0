// One operand's scales as exponents and factors, beside its microexponents.
// Twin of UnpackedScales in models/block_dot/block_dot_unpack.h.
//
//   codes_i | scales | microexponents |
//   data_o  | exponents | factors | nan | microexponents |     what there is of them
module block_dot_scales #(
  parameter  int unsigned Scaling       = 1,
  parameter  int unsigned Scales        = 1,
  parameter  int unsigned Kind          = 3,
  parameter  int unsigned Width         = 8,
  parameter  int unsigned ExponentBits  = 8,
  parameter  int unsigned FractionBits  = 0,
  parameter  int unsigned Specials      = 1,
  parameter  int unsigned HasSign       = 0,
  parameter  int unsigned HasSubnormals = 0,
  parameter  int unsigned HasZero       = 0,
  parameter  int unsigned MicroBits     = 0,   // of all microexponents together
  parameter  int unsigned OutBits       = 9,
  localparam int unsigned FieldBits     =
      block_dot_pkg::scale_exponent_bits(Scaling, Kind, Width, ExponentBits),
  localparam int unsigned FactorBits    = block_dot_pkg::scale_factor_bits(
      Scaling, Kind, Width, FractionBits, HasSubnormals, HasZero),
  localparam int unsigned NanBits       = block_dot_pkg::scale_has_nan(Scaling, Kind, Specials)
) (
  input  logic [Scales*Width+MicroBits-1:0] codes_i,
  output logic [OutBits-1:0]                data_o
);

  localparam int unsigned FactorPlace = MicroBits + Scales * NanBits;
  localparam int unsigned FieldPlace  = FactorPlace + Scales * FactorBits;

  if (MicroBits > 0) begin : gen_micro
    assign data_o[MicroBits-1:0] = codes_i[MicroBits-1:0];
  end

  for (genvar i = 0; i < Scales; i++) begin : gen_scale
    logic [Width-1:0] code;
    assign code = codes_i[MicroBits + i*Width +: Width];

    if (Scaling == block_dot_pkg::ScalingExponent) begin : gen_exponent
      // Counted from the least one: two's complement with its sign bit flipped.
      assign data_o[FieldPlace + i*FieldBits +: FieldBits] = {!code[Width-1], code[Width-2:0]};
    end else begin : gen_value
      localparam int unsigned UnpackBits = format_pkg::field_bits(Kind, ExponentBits);
      localparam int unsigned ValueBits  = format_pkg::significand_bits(Kind, Width, FractionBits);

      logic [UnpackBits-1:0] exponent;
      logic [ValueBits-1:0]  significand;
      logic                  nan, infinity, unused_sign;

      operand_unpack #(
        .Kind(Kind), .Width(Width), .ExponentBits(ExponentBits), .FractionBits(FractionBits),
        .Specials(Specials), .HasSign(HasSign), .HasSubnormals(HasSubnormals), .HasZero(HasZero)
      ) u_unpack (
        .code_i(code), .sign_o(unused_sign), .exponent_o(exponent), .significand_o(significand),
        .nan_o(nan), .infinity_o(infinity)
      );
      if (FieldBits > 0) begin : gen_field
        assign data_o[FieldPlace + i*FieldBits +: FieldBits] = exponent;
      end
      if (FactorBits > 0) begin : gen_factor
        assign data_o[FactorPlace + i*FactorBits +: FactorBits] = significand;
      end
      if (NanBits > 0) begin : gen_nan
        // Nothing is left of a block under an infinite scale either.
        assign data_o[MicroBits + i] = nan || infinity;
      end

      logic unused_fields;
      assign unused_fields = ^exponent ^ ^significand ^ nan ^ infinity;
    end
  end

endmodule
