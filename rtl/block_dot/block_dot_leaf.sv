// One term of block_dot_tree, rounded: aligned, normalized and rounded alone.
module block_dot_leaf #(
  parameter  int unsigned TermExponentBits = 5,
  parameter  int unsigned MagnitudeBits    = 8,
  parameter  int unsigned TermFractionBits = 6,
  parameter  int unsigned FlagBits         = 0,
  parameter  int unsigned Offset           = 0,
  parameter  int unsigned IntegerBits      = 2,
  parameter  int unsigned FractionBits     = 24,
  parameter  int unsigned ExponentBits     = 8,
  parameter  int unsigned CExponentBits    = 8,
  parameter  int unsigned CFractionBits    = 23,
  parameter  int unsigned CSpecials        = 0,
  parameter  int unsigned ZeroIsNegative   = 0,
  parameter  int unsigned Rounding         = 0,
  parameter  int unsigned Overflow         = 0,
  parameter  int unsigned FlushOutputs     = 0,
  parameter  int unsigned Adder            = 0,
  parameter  int unsigned InBits           = 14,
  localparam int unsigned CBits            = 1 + CExponentBits + CFractionBits
) (
  input  logic [InBits-1:0] data_i,   // | sign | exponent | magnitude | flags |
  output logic [CBits-1:0]  z_o
);

  localparam int unsigned TermBits       = IntegerBits + FractionBits + 1;
  localparam int unsigned AlignBits      = ExponentBits + 1 + TermBits + 3;
  localparam int unsigned Precision      = CFractionBits + 1;
  localparam int unsigned TopExponent    = IntegerBits - 1;
  localparam int unsigned NormalizedBits =
      block_dot_pkg::normalized_exponent_bits(ExponentBits, TopExponent);
  localparam int unsigned NormalizeBits  = 1 + NormalizedBits + Precision + 5;

  logic [AlignBits-1:0]     aligned, signed_sum;
  logic [NormalizeBits-1:0] normalized;
  logic                     unused_flags;

  block_dot_align #(
    .Terms(1), .Joined(0), .Sticky(1), .TermExponentBits(TermExponentBits),
    .MagnitudeBits(MagnitudeBits), .TermFractionBits(TermFractionBits), .FlagBits(FlagBits),
    .Offset(Offset), .IntegerBits(IntegerBits), .FractionBits(FractionBits),
    .ExponentBits(ExponentBits), .CExponentBits(CExponentBits), .CFractionBits(CFractionBits),
    .CSpecials(CSpecials), .InBits(InBits), .OutBits(AlignBits)
  ) u_align (.data_i, .addend_i('0), .data_o(aligned));

  block_dot_add #(
    .Terms(1), .TermBits(TermBits), .ExponentBits(ExponentBits), .ZeroIsNegative(ZeroIsNegative),
    .Adder(Adder), .InBits(AlignBits), .OutBits(AlignBits), .CBits(1)
  ) u_add (.data_i(aligned), .addend_i(1'b0), .data_o(signed_sum));

  block_dot_normalize #(
    .SumBits(TermBits), .ExponentBits(ExponentBits), .TopExponent(TopExponent),
    .Precision(Precision), .InBits(AlignBits), .OutBits(NormalizeBits)
  ) u_normalize (.data_i(signed_sum), .data_o(normalized));

  float_round #(
    .ExponentBits(NormalizedBits), .CExponentBits(CExponentBits), .CFractionBits(CFractionBits),
    .CSpecials(CSpecials), .Rounding(Rounding), .Overflow(Overflow), .FlushOutputs(FlushOutputs)
  ) u_round (
    .sign_i(normalized[NormalizeBits-1]), .exponent_i(normalized[5+Precision +: NormalizedBits]),
    .significand_i(normalized[5 +: Precision]), .guard_i(normalized[4]),
    .sticky_i(normalized[3]), .nan_i(normalized[2]), .infinity_i(normalized[1]),
    .infinity_sign_i(normalized[0]), .rounding_i('0), .z_o, .flags_o(unused_flags)
  );

endmodule
