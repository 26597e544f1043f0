// One operand as sign, exponent and significand, its exponent on the scale of both operands.
module fp_add_operand #(
  parameter int unsigned Width         = 8,
  parameter int unsigned FieldBits     = 4,   // of the exponent field
  parameter int unsigned FractionBits  = 3,
  parameter int unsigned Specials      = 0,
  parameter int unsigned HasSign       = 1,
  parameter int unsigned HasSubnormals = 1,
  parameter int unsigned HasZero       = 1,
  parameter int unsigned FlushInputs   = 0,
  parameter int unsigned Flags         = 0,
  parameter int unsigned Normalizes    = 0,
  parameter int unsigned Offset        = 0,   // from the field to the scale
  parameter int unsigned ExponentBits  = 4    // on the scale
) (
  input  logic [Width-1:0]        code_i,
  output logic                    sign_o,
  output logic [ExponentBits-1:0] exponent_o,
  output logic [FractionBits:0]   significand_o,  // U1.FractionBits
  output logic                    nan_o,
  output logic                    infinity_o      // with nan_o: a signalling NaN
);

  logic [FieldBits-1:0]    field;
  logic [FractionBits:0]   significand;
  logic [ExponentBits-1:0] exponent;

  operand_unpack #(
    .Width(Width), .ExponentBits(FieldBits), .FractionBits(FractionBits), .Specials(Specials),
    .HasSign(HasSign), .HasSubnormals(HasSubnormals), .HasZero(HasZero), .Flush(FlushInputs),
    .Signals(Flags)
  ) u_unpack (
    .code_i, .sign_o, .exponent_o(field), .significand_o(significand), .nan_o, .infinity_o
  );

  assign exponent = ExponentBits'(field) + ExponentBits'(Offset);

  if (Normalizes != 0) begin : gen_normalize
    logic [ExponentBits-1:0] lowered;
    operand_normalize #(
      .SignificandBits(FractionBits + 1), .FieldBits(ExponentBits), .ExponentBits(ExponentBits),
      .Normalized((HasSubnormals == 0 || FlushInputs != 0) ? 1 : 0)
    ) u_normalize (
      .exponent_i(exponent), .significand_i(significand), .exponent_o(lowered), .significand_o
    );
    // The top bit alone tells a number from zero now.
    assign exponent_o = lowered & {ExponentBits{significand_o[FractionBits]}};
  end else begin : gen_as_it_is
    assign exponent_o    = exponent;
    assign significand_o = significand;
  end

endmodule
