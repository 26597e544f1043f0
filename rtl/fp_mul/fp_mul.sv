// z = a * b with one rounding. Twin of models/fp_mul/fp_mul_laws.h. Bit i of Cuts puts a register
// after stage i.
// Long for one file, but only instances and what they are wired with.
module fp_mul #(
  parameter  int unsigned AKind          = 3,
  parameter  int unsigned AWidth         = 8,
  parameter  int unsigned AExponentBits  = 4,
  parameter  int unsigned AFractionBits  = 3,
  parameter  int unsigned ASpecials      = 1,
  parameter  int unsigned AHasSign       = 1,
  parameter  int unsigned AHasSubnormals = 1,
  parameter  int unsigned AHasZero       = 1,
  parameter  int unsigned BKind          = 3,
  parameter  int unsigned BWidth         = 8,
  parameter  int unsigned BExponentBits  = 4,
  parameter  int unsigned BFractionBits  = 3,
  parameter  int unsigned BSpecials      = 1,
  parameter  int unsigned BHasSign       = 1,
  parameter  int unsigned BHasSubnormals = 1,
  parameter  int unsigned BHasZero       = 1,
  parameter  int unsigned CExponentBits  = 5,
  parameter  int unsigned CFractionBits  = 10,
  parameter  int unsigned CSpecials      = 0,
  parameter  int unsigned ExponentOffset = 1,   // bias of z - bias of a - bias of b
  parameter  int unsigned Rounding       = 0,
  parameter  int unsigned RandomBits     = 0,
  parameter  int unsigned Overflow       = 0,
  parameter  int unsigned FlushInputs    = 0,
  parameter  int unsigned FlushOutputs   = 0,
  parameter  int unsigned Flags          = 0,
  parameter  int unsigned TinyAfter      = 0,
  parameter  int unsigned Multiplier     = 0,
  parameter  int unsigned Adder          = 0,
  parameter  int unsigned Cuts           = 0,
  localparam int unsigned RoundingBits   = format_pkg::rounding_bits(Rounding, RandomBits),
  localparam int unsigned FlagBits       = format_pkg::flag_bits(Flags),
  localparam int unsigned CBits          = 1 + CExponentBits + CFractionBits
) (
  input  logic              clk_i,
  input  logic              rst_ni,
  input  logic              valid_i,
  output logic              ready_o,
  input  logic [AWidth-1:0] a_i,
  input  logic [BWidth-1:0] b_i,
  input  logic [RoundingBits-1:0] rounding_i,
  output logic              valid_o,
  input  logic              ready_i,
  output logic [CBits-1:0]  z_o,
  output logic [FlagBits-1:0] flags_o
);

  localparam int unsigned ABits = format_pkg::normalized_bits(
      AKind, format_pkg::significand_bits(AKind, AWidth, AFractionBits));
  localparam int unsigned BBits = format_pkg::normalized_bits(
      BKind, format_pkg::significand_bits(BKind, BWidth, BFractionBits));
  localparam int unsigned ASignedBits = format_pkg::normalized_exponent_bits(
      AKind, AWidth, AExponentBits, AFractionBits, AHasSubnormals, FlushInputs);
  localparam int unsigned BSignedBits = format_pkg::normalized_exponent_bits(
      BKind, BWidth, BExponentBits, BFractionBits, BHasSubnormals, FlushInputs);
  // The product's exponent, biased like the result's.
  localparam int Least = $signed(ExponentOffset)
      + format_pkg::normalized_least(AKind, AWidth, AFractionBits, AHasSubnormals, FlushInputs)
      + format_pkg::normalized_least(BKind, BWidth, BFractionBits, BHasSubnormals, FlushInputs);
  localparam int Greatest = $signed(ExponentOffset)
      + format_pkg::normalized_greatest(AKind, AExponentBits)
      + format_pkg::normalized_greatest(BKind, BExponentBits);
  localparam int unsigned ProductBits    = ABits + BBits;
  localparam int unsigned ExponentBits   = format_pkg::range_bits(Least, Greatest);
  localparam int unsigned Precision      = CFractionBits + 1;
  localparam int unsigned NormalizedBits = format_pkg::unsigned_bits(Greatest + 2);
  localparam int unsigned GuardBits      = format_pkg::guard_bits(RandomBits, Flags, TinyAfter);

  // The concatenations that registers hold, most significant first:
  //   unpack      a_sign a_exponent a_significand a_nan a_infinity, the same of b
  //   multiply    sign exponent significand nan infinity
  //   normalize   sign exponent significand guard sticky nan infinity
  localparam int unsigned BOperandBits  = 3 + BSignedBits + BBits;
  localparam int unsigned UnpackBits    = 3 + ASignedBits + ABits + BOperandBits;
  localparam int unsigned MultiplyBits  = 3 + ExponentBits + ProductBits;
  localparam int unsigned NormalizeBits = 4 + NormalizedBits + Precision + GuardBits;
  localparam int unsigned ResultBits    = CBits + ((Flags != 0) ? FlagBits : 0);

  // The rounding operand passes below them until it is used; without one, nothing does.
  localparam int unsigned Carried = (Rounding >= 6) ? RoundingBits : 0;
  localparam int unsigned Dropped = RoundingBits - Carried;

  logic unpack_valid, multiply_valid, normalize_valid, round_valid;
  logic multiply_ready, normalize_ready, round_ready;

  logic [UnpackBits-1:0]    unpack_d, multiply_in;
  logic [MultiplyBits-1:0]  multiply_d, normalize_in;
  logic [NormalizeBits-1:0] normalize_d, round_in;
  logic [ResultBits-1:0]    round_d, result;
  logic [CBits-1:0]         z;
  logic [FlagBits-1:0]      flags;

  // What comes out of the registers, the rounding operand below the rest.
  logic [UnpackBits+Carried-1:0]    multiply_all;
  logic [MultiplyBits+Carried-1:0]  normalize_all;
  logic [NormalizeBits+Carried-1:0] round_all;
  logic [RoundingBits-1:0] multiply_rounding, normalize_rounding, round_rounding;

  assign multiply_in        = multiply_all[Carried +: UnpackBits];
  assign normalize_in       = normalize_all[Carried +: MultiplyBits];
  assign round_in           = round_all[Carried +: NormalizeBits];
  // Without a rounding operand any bit will do: nothing uses it.
  assign multiply_rounding  = multiply_all[RoundingBits-1:0];
  assign normalize_rounding = normalize_all[RoundingBits-1:0];
  assign round_rounding     = round_all[RoundingBits-1:0];

  // unpack
  assign unpack_valid = valid_i;
  fp_mul_unpack #(
    .AKind(AKind), .AWidth(AWidth), .AExponentBits(AExponentBits), .AFractionBits(AFractionBits),
    .ASpecials(ASpecials), .AHasSign(AHasSign), .AHasSubnormals(AHasSubnormals),
    .AHasZero(AHasZero),
    .BKind(BKind), .BWidth(BWidth), .BExponentBits(BExponentBits), .BFractionBits(BFractionBits),
    .BSpecials(BSpecials), .BHasSign(BHasSign), .BHasSubnormals(BHasSubnormals),
    .BHasZero(BHasZero), .FlushInputs(FlushInputs), .Flags(Flags)
  ) u_unpack (
    .a_i, .b_i,
    .a_sign_o(unpack_d[UnpackBits-1]), .a_exponent_o(unpack_d[UnpackBits-2 -: ASignedBits]),
    .a_significand_o(unpack_d[BOperandBits+2 +: ABits]),
    .a_nan_o(unpack_d[BOperandBits+1]), .a_infinity_o(unpack_d[BOperandBits]),
    .b_sign_o(unpack_d[BOperandBits-1]), .b_exponent_o(unpack_d[BOperandBits-2 -: BSignedBits]),
    .b_significand_o(unpack_d[2 +: BBits]), .b_nan_o(unpack_d[1]), .b_infinity_o(unpack_d[0])
  );
  stage_register #(.Width(UnpackBits + Carried), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o,
    .data_i((UnpackBits+Carried)'({unpack_d, rounding_i} >> Dropped)),
    .valid_o(multiply_valid), .ready_i(multiply_ready), .data_o(multiply_all)
  );

  // multiply
  fp_mul_multiply #(
    .ABits(ABits), .BBits(BBits), .ASignedBits(ASignedBits), .BSignedBits(BSignedBits),
    .ExponentBits(ExponentBits), .ExponentOffset(ExponentOffset), .Flags(Flags),
    .Multiplier(Multiplier), .Adder(Adder)
  ) u_multiply (
    .a_sign_i(multiply_in[UnpackBits-1]),
    .a_exponent_i(multiply_in[UnpackBits-2 -: ASignedBits]),
    .a_significand_i(multiply_in[BOperandBits+2 +: ABits]),
    .a_nan_i(multiply_in[BOperandBits+1]), .a_infinity_i(multiply_in[BOperandBits]),
    .b_sign_i(multiply_in[BOperandBits-1]),
    .b_exponent_i(multiply_in[BOperandBits-2 -: BSignedBits]),
    .b_significand_i(multiply_in[2 +: BBits]),
    .b_nan_i(multiply_in[1]), .b_infinity_i(multiply_in[0]),
    .sign_o(multiply_d[MultiplyBits-1]),
    .exponent_o(multiply_d[MultiplyBits-2 -: ExponentBits]),
    .significand_o(multiply_d[2 +: ProductBits]),
    .nan_o(multiply_d[1]), .infinity_o(multiply_d[0])
  );
  stage_register #(.Width(MultiplyBits + Carried), .Cut(Cuts[1])) u_multiply_register (
    .clk_i, .rst_ni,
    .valid_i(multiply_valid), .ready_o(multiply_ready),
    .data_i((MultiplyBits+Carried)'({multiply_d, multiply_rounding} >> Dropped)),
    .valid_o(normalize_valid), .ready_i(normalize_ready), .data_o(normalize_all)
  );

  // normalize
  fp_mul_normalize #(
    .ProductBits(ProductBits), .ExponentBits(ExponentBits), .LeastExponent(Least),
    .Precision(Precision), .RandomBits(RandomBits), .GuardBits(GuardBits),
    .NormalizedBits(NormalizedBits)
  ) u_normalize (
    .sign_i(normalize_in[MultiplyBits-1]),
    .exponent_i(normalize_in[MultiplyBits-2 -: ExponentBits]),
    .significand_i(normalize_in[2 +: ProductBits]),
    .nan_i(normalize_in[1]), .infinity_i(normalize_in[0]),
    .sign_o(normalize_d[NormalizeBits-1]),
    .exponent_o(normalize_d[NormalizeBits-2 -: NormalizedBits]),
    .significand_o(normalize_d[3+GuardBits +: Precision]),
    .guard_o(normalize_d[3 +: GuardBits]),
    .sticky_o(normalize_d[2]), .nan_o(normalize_d[1]), .infinity_o(normalize_d[0])
  );
  stage_register #(.Width(NormalizeBits + Carried), .Cut(Cuts[2])) u_normalize_register (
    .clk_i, .rst_ni,
    .valid_i(normalize_valid), .ready_o(normalize_ready),
    .data_i((NormalizeBits+Carried)'({normalize_d, normalize_rounding} >> Dropped)),
    .valid_o(round_valid), .ready_i(round_ready), .data_o(round_all)
  );

  // round
  float_round #(
    .ExponentBits(NormalizedBits), .CExponentBits(CExponentBits), .CFractionBits(CFractionBits),
    .CSpecials(CSpecials), .Rounding(Rounding), .RandomBits(RandomBits), .Overflow(Overflow),
    .GuardBits(GuardBits), .FlushOutputs(FlushOutputs), .Flags(Flags), .TinyAfter(TinyAfter)
  ) u_round (
    .sign_i(round_in[NormalizeBits-1]), .exponent_i(round_in[NormalizeBits-2 -: NormalizedBits]),
    .significand_i(round_in[3+GuardBits +: Precision]), .guard_i(round_in[3 +: GuardBits]),
    .sticky_i(round_in[2]), .nan_i(round_in[1]), .infinity_i(round_in[0]),
    .infinity_sign_i(round_in[NormalizeBits-1]),
    .rounding_i(round_rounding), .z_o(z), .flags_o(flags)
  );
  stage_register #(.Width(ResultBits), .Cut(Cuts[3])) u_round_register (
    .clk_i, .rst_ni,
    .valid_i(round_valid), .ready_o(round_ready), .data_i(round_d),
    .valid_o, .ready_i, .data_o(result)
  );

  assign round_d = ResultBits'({z, flags} >> (CBits + FlagBits - ResultBits));
  assign z_o     = result[ResultBits-1 -: CBits];
  if (Flags != 0) begin : gen_flags
    assign flags_o = result[FlagBits-1:0];
  end else begin : gen_no_flags
    assign flags_o = '0;
  end

endmodule
