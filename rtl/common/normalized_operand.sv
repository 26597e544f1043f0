// One operand of any format as a significand in [1, 2), or 0, and its exponent: what a multiplier
// takes. Twin of models/common/normalized_operand.h.
module normalized_operand #(
  parameter  int unsigned Kind            = 3,
  parameter  int unsigned Width           = 8,
  parameter  int unsigned FieldBits       = 4,   // of the exponent field
  parameter  int unsigned FractionBits    = 3,
  parameter  int unsigned Specials        = 0,
  parameter  int unsigned HasSign         = 1,
  parameter  int unsigned HasSubnormals   = 1,
  parameter  int unsigned HasZero         = 1,
  parameter  int unsigned FlushInputs     = 0,
  parameter  int unsigned Flags           = 0,
  localparam int unsigned SignificandBits =
      format_pkg::normalized_bits(Kind, format_pkg::significand_bits(Kind, Width, FractionBits)),
  localparam int unsigned ExponentBits    = format_pkg::normalized_exponent_bits(
      Kind, Width, FieldBits, FractionBits, HasSubnormals, FlushInputs)
) (
  input  logic [Width-1:0]           code_i,
  output logic                       sign_o,
  output logic [ExponentBits-1:0]    exponent_o,     // two's complement
  output logic [SignificandBits-1:0] significand_o,  // U1.(SignificandBits-1)
  output logic                       nan_o,
  output logic                       infinity_o      // with nan_o: a signalling NaN
);

  localparam int unsigned FullBits = format_pkg::significand_bits(Kind, Width, FractionBits);
  localparam int unsigned PortBits = format_pkg::field_bits(Kind, FieldBits);
  // Only floating formats without subnormals come normalized, and flushed ones.
  localparam int unsigned Normalized =
      (Kind == format_pkg::KindFloating && (HasSubnormals == 0 || FlushInputs != 0)) ? 1 : 0;

  logic [PortBits-1:0] exponent;
  logic [FullBits-1:0] significand;
  /* verilator lint_off UNUSEDSIGNAL */  // the last bit of a two's complement operand is 0
  logic [FullBits-1:0] normalized;
  /* verilator lint_on UNUSEDSIGNAL */

  operand_unpack #(
    .Kind(Kind), .Width(Width), .ExponentBits(FieldBits), .FractionBits(FractionBits),
    .Specials(Specials), .HasSign(HasSign), .HasSubnormals(HasSubnormals), .HasZero(HasZero),
    .Flush(FlushInputs), .Signals(Flags)
  ) u_unpack (
    .code_i, .sign_o, .exponent_o(exponent), .significand_o(significand), .nan_o, .infinity_o
  );
  operand_normalize #(
    .SignificandBits(FullBits), .FieldBits(PortBits), .ExponentBits(ExponentBits),
    .Normalized(Normalized)
  ) u_normalize (
    .exponent_i(exponent), .significand_i(significand), .exponent_o, .significand_o(normalized)
  );

  assign significand_o = normalized[FullBits-1 -: SignificandBits];

endmodule
