// Both operands as sign, exponent and significand, normalized on the single path.
// Twin of models/fp_fma/fp_fma_unpack.h.
module fp_fma_unpack #(
  parameter  int unsigned AKind          = 3,
  parameter  int unsigned AWidth         = 8,
  parameter  int unsigned AExponentBits  = 4,
  parameter  int unsigned AFractionBits  = 3,
  parameter  int unsigned ASpecials      = 0,
  parameter  int unsigned AHasSign       = 1,
  parameter  int unsigned AHasSubnormals = 1,
  parameter  int unsigned AHasZero       = 1,
  parameter  int unsigned BKind          = 3,
  parameter  int unsigned BWidth         = 8,
  parameter  int unsigned BExponentBits  = 4,
  parameter  int unsigned BFractionBits  = 3,
  parameter  int unsigned BSpecials      = 0,
  parameter  int unsigned BHasSign       = 1,
  parameter  int unsigned BHasSubnormals = 1,
  parameter  int unsigned BHasZero       = 1,
  parameter  int unsigned FlushInputs    = 0,
  parameter  int unsigned Flags          = 0,
  parameter  int unsigned Path           = 0,
  localparam int unsigned AFullBits =
      format_pkg::significand_bits(AKind, AWidth, AFractionBits),
  localparam int unsigned BFullBits =
      format_pkg::significand_bits(BKind, BWidth, BFractionBits),
  localparam int unsigned ABits =
      (Path != 0) ? AFullBits : format_pkg::normalized_bits(AKind, AFullBits),
  localparam int unsigned BBits =
      (Path != 0) ? BFullBits : format_pkg::normalized_bits(BKind, BFullBits),
  localparam int unsigned ASignedBits = format_pkg::range_bits(
      (Path != 0) ? 0
                  : format_pkg::normalized_least(AKind, AWidth, AFractionBits,
                                      AHasSubnormals, FlushInputs),
      format_pkg::normalized_greatest(AKind, AExponentBits)),
  localparam int unsigned BSignedBits = format_pkg::range_bits(
      (Path != 0) ? 0
                  : format_pkg::normalized_least(BKind, BWidth, BFractionBits,
                                      BHasSubnormals, FlushInputs),
      format_pkg::normalized_greatest(BKind, BExponentBits))
) (
  input  logic [AWidth-1:0]      a_i,
  input  logic [BWidth-1:0]      b_i,
  output logic                   a_sign_o,
  output logic [ASignedBits-1:0] a_exponent_o,     // two's complement
  output logic [ABits-1:0]       a_significand_o,  // U1.(ABits-1); single path: in [1, 2) or 0
  output logic                   a_nan_o,
  output logic                   a_infinity_o,     // with a_nan_o: a signalling NaN
  output logic                   b_sign_o,
  output logic [BSignedBits-1:0] b_exponent_o,
  output logic [BBits-1:0]       b_significand_o,
  output logic                   b_nan_o,
  output logic                   b_infinity_o
);

  localparam int unsigned AFieldBits = format_pkg::field_bits(AKind, AExponentBits);
  localparam int unsigned BFieldBits = format_pkg::field_bits(BKind, BExponentBits);
  // Only floating formats without subnormals come normalized, and flushed ones. The dual path takes
  // every operand as it comes.
  localparam int unsigned ANormalized =
      (Path != 0) || (AKind == format_pkg::KindFloating && (AHasSubnormals == 0 || FlushInputs != 0)) ? 1 : 0;
  localparam int unsigned BNormalized =
      (Path != 0) || (BKind == format_pkg::KindFloating && (BHasSubnormals == 0 || FlushInputs != 0)) ? 1 : 0;

  logic [AFieldBits-1:0] a_exponent;
  logic [BFieldBits-1:0] b_exponent;
  logic [AFullBits-1:0]  a_significand;
  logic [BFullBits-1:0]  b_significand;
  /* verilator lint_off UNUSEDSIGNAL */  // the last bit of two's complement operands is 0
  logic [AFullBits-1:0]  a_normalized;
  logic [BFullBits-1:0]  b_normalized;
  /* verilator lint_on UNUSEDSIGNAL */

  operand_unpack #(
    .Kind(AKind), .Width(AWidth), .ExponentBits(AExponentBits), .FractionBits(AFractionBits),
    .Specials(ASpecials), .HasSign(AHasSign), .HasSubnormals(AHasSubnormals), .HasZero(AHasZero),
    .Flush(FlushInputs), .Signals(Flags)
  ) u_a (
    .code_i(a_i), .sign_o(a_sign_o), .exponent_o(a_exponent), .significand_o(a_significand),
    .nan_o(a_nan_o), .infinity_o(a_infinity_o)
  );
  operand_normalize #(
    .SignificandBits(AFullBits), .FieldBits(AFieldBits), .ExponentBits(ASignedBits),
    .Normalized(ANormalized)
  ) u_normalize_a (
    .exponent_i(a_exponent), .significand_i(a_significand), .exponent_o(a_exponent_o),
    .significand_o(a_normalized)
  );
  operand_unpack #(
    .Kind(BKind), .Width(BWidth), .ExponentBits(BExponentBits), .FractionBits(BFractionBits),
    .Specials(BSpecials), .HasSign(BHasSign), .HasSubnormals(BHasSubnormals), .HasZero(BHasZero),
    .Flush(FlushInputs), .Signals(Flags)
  ) u_b (
    .code_i(b_i), .sign_o(b_sign_o), .exponent_o(b_exponent), .significand_o(b_significand),
    .nan_o(b_nan_o), .infinity_o(b_infinity_o)
  );
  operand_normalize #(
    .SignificandBits(BFullBits), .FieldBits(BFieldBits), .ExponentBits(BSignedBits),
    .Normalized(BNormalized)
  ) u_normalize_b (
    .exponent_i(b_exponent), .significand_i(b_significand), .exponent_o(b_exponent_o),
    .significand_o(b_normalized)
  );

  assign a_significand_o = a_normalized[AFullBits-1 -: ABits];
  assign b_significand_o = b_normalized[BFullBits-1 -: BBits];

endmodule
