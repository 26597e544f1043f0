// z = a + b with one rounding. Twin of models/fp_add/fp_add_laws.h. Bit i of Cuts puts a register
// after stage i.
// Long for one file, but only instances and what they are wired with.
module fp_add #(
  parameter  int unsigned AWidth         = 8,
  parameter  int unsigned AExponentBits  = 4,
  parameter  int unsigned AFractionBits  = 3,
  parameter  int unsigned ASpecials      = 1,
  parameter  int unsigned AHasSign       = 1,
  parameter  int unsigned AHasSubnormals = 1,
  parameter  int unsigned AHasZero       = 1,
  parameter  int unsigned ABias          = 7,
  parameter  int unsigned BWidth         = 8,
  parameter  int unsigned BExponentBits  = 4,
  parameter  int unsigned BFractionBits  = 3,
  parameter  int unsigned BSpecials      = 1,
  parameter  int unsigned BHasSign       = 1,
  parameter  int unsigned BHasSubnormals = 1,
  parameter  int unsigned BHasZero       = 1,
  parameter  int unsigned BBias          = 7,
  parameter  int unsigned CExponentBits  = 5,
  parameter  int unsigned CFractionBits  = 10,
  parameter  int unsigned CSpecials      = 0,
  parameter  int unsigned CBias          = 15,  // biases are two's complement
  parameter  int unsigned Rounding       = 0,
  parameter  int unsigned RandomBits     = 0,
  parameter  int unsigned Overflow       = 0,
  parameter  int unsigned FlushInputs    = 0,
  parameter  int unsigned FlushOutputs   = 0,
  parameter  int unsigned Flags          = 0,
  parameter  int unsigned TinyAfter      = 0,
  parameter  int unsigned Adder          = 0,
  parameter  int unsigned LeadingZeros   = 0,
  parameter  int unsigned Path           = 0,
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

  localparam int unsigned Normalizes = fp_add_pkg::normalizes(
      $signed(ABias), AHasSubnormals, $signed(BBias), BHasSubnormals, $signed(CBias), FlushInputs,
      Path);
  localparam int ScaleBias = fp_add_pkg::scale_bias(
      $signed(ABias), AFractionBits, AHasSubnormals, $signed(BBias), BFractionBits, BHasSubnormals,
      $signed(CBias), FlushInputs, Path);
  localparam int AOffset      = ScaleBias - $signed(ABias);
  localparam int BOffset      = ScaleBias - $signed(BBias);
  localparam int ResultOffset = $signed(CBias) - ScaleBias;
  localparam int Least        =
      (Normalizes != 0) ? 0 : fp_add_pkg::floor(ScaleBias, $signed(ABias), AHasSubnormals);
  localparam int Greatest     = fp_add_pkg::greater((1 << AExponentBits) - 1 + AOffset,
                                                    (1 << BExponentBits) - 1 + BOffset);
  localparam int unsigned ABits          = AFractionBits + 1;
  localparam int unsigned BBits          = BFractionBits + 1;
  localparam int unsigned ExponentBits   = format_pkg::unsigned_bits(Greatest);
  localparam int unsigned Precision      = CFractionBits + 1;
  localparam int unsigned NearBits       = fp_add_pkg::near_bits(AFractionBits, BFractionBits);
  localparam int unsigned WindowBits     =
      fp_add_pkg::window_bits(Precision, RandomBits, NearBits);
  localparam int unsigned NormalizedBits = format_pkg::unsigned_bits(Greatest + ResultOffset + 2);
  localparam int unsigned GuardBits      = format_pkg::guard_bits(RandomBits, Flags, TinyAfter);
  localparam int unsigned TermBits       = WindowBits + 1;
  localparam int unsigned SumBits        = WindowBits + 2;
  localparam int unsigned NearTermBits   = NearBits + 1;

  // The concatenations that registers hold, most significant first; those in brackets of a dual path
  // only:
  //   unpack      a_sign a_exponent a_significand a_nan a_infinity, the same of b
  //   align       sign subtract [near] exponent large small sticky [near_large near_small] nan
  //               infinity infinity_sign
  //   add         sign [near] exponent sum sticky [difference] nan infinity infinity_sign
  //   normalize   sign exponent significand guard sticky nan infinity infinity_sign
  localparam int unsigned Dual          = (Path == fp_add_pkg::PathDual) ? 1 : 0;
  localparam int unsigned NearTerms     = Dual * 2 * NearTermBits;
  localparam int unsigned NearSum       = Dual * NearTermBits;
  localparam int unsigned BOperandBits  = 3 + ExponentBits + BBits;
  localparam int unsigned UnpackBits    = 3 + ExponentBits + ABits + BOperandBits;
  localparam int unsigned AlignBits     = 6 + Dual + ExponentBits + 2 * TermBits + NearTerms;
  localparam int unsigned AddBits       = 5 + Dual + ExponentBits + SumBits + NearSum;
  localparam int unsigned NormalizeBits = 5 + NormalizedBits + Precision + GuardBits;
  localparam int unsigned ResultBits    = CBits + ((Flags != 0) ? FlagBits : 0);

  // The rounding operand passes below them until it is used; without one, nothing does.
  localparam int unsigned Carried = (Rounding >= 6) ? RoundingBits : 0;
  localparam int unsigned Dropped = RoundingBits - Carried;

  logic unpack_valid, align_valid, add_valid, normalize_valid, round_valid;
  logic align_ready, add_ready, normalize_ready, round_ready;

  logic [UnpackBits-1:0]    unpack_d, align_in;
  logic [AlignBits-1:0]     align_d, add_in;
  logic [AddBits-1:0]       add_d, normalize_in;
  logic [NormalizeBits-1:0] normalize_d, round_in;
  logic [ResultBits-1:0]    round_d, result;
  logic [CBits-1:0]         z;
  logic [FlagBits-1:0]      flags;

  // What comes out of the registers, the rounding operand below the rest.
  logic [UnpackBits+Carried-1:0]    align_all;
  logic [AlignBits+Carried-1:0]     add_all;
  logic [AddBits+Carried-1:0]       normalize_all;
  logic [NormalizeBits+Carried-1:0] round_all;
  logic [RoundingBits-1:0] align_rounding, add_rounding, normalize_rounding, round_rounding;

  assign align_in           = align_all[Carried +: UnpackBits];
  assign add_in             = add_all[Carried +: AlignBits];
  assign normalize_in       = normalize_all[Carried +: AddBits];
  assign round_in           = round_all[Carried +: NormalizeBits];
  // Without a rounding operand any bit will do: nothing uses it.
  assign align_rounding     = align_all[RoundingBits-1:0];
  assign add_rounding       = add_all[RoundingBits-1:0];
  assign normalize_rounding = normalize_all[RoundingBits-1:0];
  assign round_rounding     = round_all[RoundingBits-1:0];

  // What only a dual path has between its stages.
  logic                    align_near, add_near_i, add_near, normalize_near;
  logic [NearTermBits-1:0] align_near_large, align_near_small, add_near_large, add_near_small;
  logic [NearTermBits-1:0] add_difference, normalize_difference;

  if (Path == fp_add_pkg::PathDual) begin : gen_dual
    assign align_d[AlignBits-3]    = align_near;
    assign align_d[3 +: NearTerms] = {align_near_large, align_near_small};
    assign add_near_i              = add_in[AlignBits-3];
    assign {add_near_large, add_near_small} = add_in[3 +: NearTerms];
    assign add_d[AddBits-2]        = add_near;
    assign add_d[3 +: NearSum]     = add_difference;
    assign normalize_near          = normalize_in[AddBits-2];
    assign normalize_difference    = normalize_in[3 +: NearSum];
  end else begin : gen_single
    logic unused_near;
    assign unused_near = align_near ^ add_near ^ ^align_near_large ^ ^align_near_small
                         ^ ^add_difference;
    assign add_near_i           = 1'b0;
    assign add_near_large       = '0;
    assign add_near_small       = '0;
    assign normalize_near       = 1'b0;
    assign normalize_difference = '0;
  end

  // Leading zeros are anticipated beside the adder, for a normalizer in the same cycle. One behind a
  // register counts those of the sum itself.
  localparam int unsigned Hinted = (Cuts[2]) ? 0 : LeadingZeros;

  logic [SumBits-1:0] add_hint, normalize_hint;

  if (Cuts[2]) begin : gen_register_hint
    logic unused_hint;
    assign normalize_hint = (Dual != 0) ? SumBits'(normalize_difference)
                                        : normalize_in[4+NearSum +: SumBits];
    assign unused_hint    = ^add_hint;
  end else begin : gen_hint
    assign normalize_hint = add_hint;
  end

  // unpack
  assign unpack_valid = valid_i;
  fp_add_unpack #(
    .AWidth(AWidth), .AFieldBits(AExponentBits), .AFractionBits(AFractionBits),
    .ASpecials(ASpecials), .AHasSign(AHasSign), .AHasSubnormals(AHasSubnormals),
    .AHasZero(AHasZero), .AOffset($unsigned(AOffset)),
    .BWidth(BWidth), .BFieldBits(BExponentBits), .BFractionBits(BFractionBits),
    .BSpecials(BSpecials), .BHasSign(BHasSign), .BHasSubnormals(BHasSubnormals),
    .BHasZero(BHasZero), .BOffset($unsigned(BOffset)),
    .FlushInputs(FlushInputs), .Flags(Flags), .Normalizes(Normalizes), .ExponentBits(ExponentBits)
  ) u_unpack (
    .a_i, .b_i,
    .a_sign_o(unpack_d[UnpackBits-1]), .a_exponent_o(unpack_d[UnpackBits-2 -: ExponentBits]),
    .a_significand_o(unpack_d[BOperandBits+2 +: ABits]),
    .a_nan_o(unpack_d[BOperandBits+1]), .a_infinity_o(unpack_d[BOperandBits]),
    .b_sign_o(unpack_d[BOperandBits-1]), .b_exponent_o(unpack_d[BOperandBits-2 -: ExponentBits]),
    .b_significand_o(unpack_d[2 +: BBits]), .b_nan_o(unpack_d[1]), .b_infinity_o(unpack_d[0])
  );
  stage_register #(.Width(UnpackBits + Carried), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o,
    .data_i((UnpackBits+Carried)'({unpack_d, rounding_i} >> Dropped)),
    .valid_o(align_valid), .ready_i(align_ready), .data_o(align_all)
  );

  // align
  fp_add_align #(
    .ABits(ABits), .BBits(BBits), .ExponentBits(ExponentBits), .WindowBits(WindowBits),
    .NearBits(NearBits), .Flags(Flags), .Path(Path)
  ) u_align (
    .a_sign_i(align_in[UnpackBits-1]), .a_exponent_i(align_in[UnpackBits-2 -: ExponentBits]),
    .a_significand_i(align_in[BOperandBits+2 +: ABits]),
    .a_nan_i(align_in[BOperandBits+1]), .a_infinity_i(align_in[BOperandBits]),
    .b_sign_i(align_in[BOperandBits-1]), .b_exponent_i(align_in[BOperandBits-2 -: ExponentBits]),
    .b_significand_i(align_in[2 +: BBits]), .b_nan_i(align_in[1]), .b_infinity_i(align_in[0]),
    .sign_o(align_d[AlignBits-1]), .subtract_o(align_d[AlignBits-2]), .near_o(align_near),
    .exponent_o(align_d[AlignBits-3-Dual -: ExponentBits]),
    .large_o(align_d[4+NearTerms+TermBits +: TermBits]),
    .small_o(align_d[4+NearTerms +: TermBits]), .sticky_o(align_d[3+NearTerms]),
    .near_large_o(align_near_large), .near_small_o(align_near_small),
    .nan_o(align_d[2]), .infinity_o(align_d[1]), .infinity_sign_o(align_d[0])
  );
  stage_register #(.Width(AlignBits + Carried), .Cut(Cuts[1])) u_align_register (
    .clk_i, .rst_ni,
    .valid_i(align_valid), .ready_o(align_ready),
    .data_i((AlignBits+Carried)'({align_d, align_rounding} >> Dropped)),
    .valid_o(add_valid), .ready_i(add_ready), .data_o(add_all)
  );

  // add
  fp_add_add #(
    .WindowBits(WindowBits), .NearBits(NearBits), .ExponentBits(ExponentBits),
    .Rounding(Rounding), .RandomBits(RandomBits), .Adder(Adder), .LeadingZeros(Hinted),
    .Path(Path)
  ) u_add (
    .sign_i(add_in[AlignBits-1]), .subtract_i(add_in[AlignBits-2]), .near_i(add_near_i),
    .exponent_i(add_in[AlignBits-3-Dual -: ExponentBits]),
    .large_i(add_in[4+NearTerms+TermBits +: TermBits]),
    .small_i(add_in[4+NearTerms +: TermBits]), .sticky_i(add_in[3+NearTerms]),
    .near_large_i(add_near_large), .near_small_i(add_near_small),
    .nan_i(add_in[2]), .infinity_i(add_in[1]), .infinity_sign_i(add_in[0]),
    .rounding_i(add_rounding),
    .sign_o(add_d[AddBits-1]), .near_o(add_near),
    .exponent_o(add_d[AddBits-2-Dual -: ExponentBits]),
    .sum_o(add_d[4+NearSum +: SumBits]), .sticky_o(add_d[3+NearSum]),
    .difference_o(add_difference), .hint_o(add_hint),
    .nan_o(add_d[2]), .infinity_o(add_d[1]), .infinity_sign_o(add_d[0])
  );
  stage_register #(.Width(AddBits + Carried), .Cut(Cuts[2])) u_add_register (
    .clk_i, .rst_ni,
    .valid_i(add_valid), .ready_o(add_ready),
    .data_i((AddBits+Carried)'({add_d, add_rounding} >> Dropped)),
    .valid_o(normalize_valid), .ready_i(normalize_ready), .data_o(normalize_all)
  );

  // normalize
  fp_add_normalize #(
    .WindowBits(WindowBits), .NearBits(NearBits), .ExponentBits(ExponentBits),
    .LeastExponent(Least), .ResultOffset(ResultOffset), .Precision(Precision),
    .GuardBits(GuardBits), .NormalizedBits(NormalizedBits), .LeadingZeros(Hinted),
    .Path(Path)
  ) u_normalize (
    .sign_i(normalize_in[AddBits-1]), .near_i(normalize_near),
    .exponent_i(normalize_in[AddBits-2-Dual -: ExponentBits]),
    .sum_i(normalize_in[4+NearSum +: SumBits]), .sticky_i(normalize_in[3+NearSum]),
    .difference_i(normalize_difference), .hint_i(normalize_hint),
    .nan_i(normalize_in[2]), .infinity_i(normalize_in[1]), .infinity_sign_i(normalize_in[0]),
    .sign_o(normalize_d[NormalizeBits-1]),
    .exponent_o(normalize_d[NormalizeBits-2 -: NormalizedBits]),
    .significand_o(normalize_d[4+GuardBits +: Precision]),
    .guard_o(normalize_d[4 +: GuardBits]), .sticky_o(normalize_d[3]), .nan_o(normalize_d[2]),
    .infinity_o(normalize_d[1]), .infinity_sign_o(normalize_d[0])
  );
  stage_register #(.Width(NormalizeBits + Carried), .Cut(Cuts[3])) u_normalize_register (
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
    .significand_i(round_in[4+GuardBits +: Precision]), .guard_i(round_in[4 +: GuardBits]),
    .sticky_i(round_in[3]), .nan_i(round_in[2]), .infinity_i(round_in[1]),
    .infinity_sign_i(round_in[0]),
    .rounding_i(round_rounding), .z_o(z), .flags_o(flags)
  );
  stage_register #(.Width(ResultBits), .Cut(Cuts[4])) u_round_register (
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
