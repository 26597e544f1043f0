// z = a*b + c with one rounding: the operation form. Twin of models/fp_fma/fp_fma_laws.h. Bit i of
// Cuts puts a register after stage i.
// Long for one file, but only instances and what they are wired with.
module fp_fma #(
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
  parameter  int unsigned ExponentOffset = 1,   // bias of c - bias of a - bias of b
  parameter  int unsigned Rounding       = 0,
  parameter  int unsigned RandomBits     = 0,
  parameter  int unsigned Overflow       = 0,
  parameter  int unsigned FlushInputs    = 0,
  parameter  int unsigned FlushOutputs   = 0,
  parameter  int unsigned Flags          = 0,
  parameter  int unsigned TinyAfter      = 0,
  parameter  int unsigned Multiplier     = 0,
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
  input  logic [CBits-1:0]  c_i,
  input  logic [RoundingBits-1:0] rounding_i,
  output logic              valid_o,
  input  logic              ready_i,
  output logic [CBits-1:0]  z_o,
  output logic [FlagBits-1:0] flags_o
);

  localparam int unsigned AFullBits =
      format_pkg::significand_bits(AKind, AWidth, AFractionBits);
  localparam int unsigned BFullBits =
      format_pkg::significand_bits(BKind, BWidth, BFractionBits);
  localparam int unsigned ABits =
      (Path != 0) ? AFullBits : format_pkg::normalized_bits(AKind, AFullBits);
  localparam int unsigned BBits =
      (Path != 0) ? BFullBits : format_pkg::normalized_bits(BKind, BFullBits);
  localparam int ALeast =
      (Path != 0) ? 0 : format_pkg::normalized_least(AKind, AWidth, AFractionBits,
                                      AHasSubnormals, FlushInputs);
  localparam int BLeast =
      (Path != 0) ? 0 : format_pkg::normalized_least(BKind, BWidth, BFractionBits,
                                      BHasSubnormals, FlushInputs);
  localparam int AGreatest = format_pkg::normalized_greatest(AKind, AExponentBits);
  localparam int BGreatest = format_pkg::normalized_greatest(BKind, BExponentBits);
  localparam int Greatest  = AGreatest + BGreatest + $signed(ExponentOffset);
  localparam int unsigned ASignedBits = format_pkg::range_bits(ALeast, AGreatest);
  localparam int unsigned BSignedBits = format_pkg::range_bits(BLeast, BGreatest);
  localparam int unsigned ProductBits = ABits + BBits;
  localparam int unsigned Precision      = CFractionBits + 1;
  // Dual path: what of the window stands above the product's units. A zero's exponent is below any
  // addend's even so.
  localparam int unsigned AboveBits      =
      (Path != 0) ? fp_fma_pkg::above_bits(Precision, RandomBits) : 0;
  localparam int Least = ALeast + BLeast + $signed(ExponentOffset);
  localparam int LeastStart =
      (Path != 0 && Least > 1 - $signed(AboveBits)) ? 1 - $signed(AboveBits) : Least;
  localparam int unsigned ProductExponentBits = format_pkg::range_bits(LeastStart, Greatest);
  localparam int unsigned WindowBits     =
      (Path != 0) ? fp_fma_pkg::wide_window_bits(
                        fp_fma_pkg::looked_at(Precision, RandomBits), ProductBits,
                        fp_fma_pkg::leading_zeros(AKind, AFullBits, AHasSubnormals, FlushInputs),
                        fp_fma_pkg::leading_zeros(BKind, BFullBits, BHasSubnormals, FlushInputs),
                        AGreatest, BGreatest, $signed(ExponentOffset))
                  : fp_fma_pkg::window_bits(Precision, RandomBits, ProductBits);
  localparam int unsigned ExponentBits   =
      fp_fma_pkg::aligned_exponent_bits(CExponentBits, Greatest + $signed(AboveBits));
  // Dual path: of how far the addend is shifted. A zero's exponent is the least that there is, unless
  // the operands' own are taken.
  localparam int unsigned WideDistanceBits = format_pkg::maximum(4, format_pkg::range_bits(
      (Cuts[1] ? -(1 << (ProductExponentBits - 1)) : Least) + $signed(AboveBits) - (1 << CExponentBits),
      Greatest + $signed(AboveBits)));
  localparam int unsigned NormalizedBits = ExponentBits + 1;
  localparam int unsigned GuardBits      = format_pkg::guard_bits(RandomBits, Flags, TinyAfter);
  localparam int unsigned TermBits       = WindowBits + ((Path != 0) ? AboveBits + 1 : 2);
  localparam int unsigned SumBits        = TermBits + 1;

  // The concatenations that registers hold, most significant first:
  //   unpack      a_sign a_exponent a_significand a_nan a_infinity, the same of b
  //   multiply    sign exponent significand nan infinity
  //   align       sign subtract exponent large small sticky nan infinity infinity_sign
  //   add         sign exponent sum sticky nan infinity infinity_sign
  //   normalize   sign exponent significand guard sticky nan infinity infinity_sign
  localparam int unsigned BOperandBits  = 3 + BSignedBits + BBits;
  localparam int unsigned UnpackBits    = 3 + ASignedBits + ABits + BOperandBits;
  localparam int unsigned MultiplyBits  = 3 + ProductExponentBits + ProductBits;
  localparam int unsigned AlignBits     = 6 + ExponentBits + 2 * TermBits;
  localparam int unsigned AddBits       = 5 + ExponentBits + SumBits;
  localparam int unsigned NormalizeBits = 5 + NormalizedBits + Precision + GuardBits;
  localparam int unsigned ResultBits    = CBits + ((Flags != 0) ? FlagBits : 0);

  // The rounding operand passes below them until it is used; without one, nothing does.
  localparam int unsigned Carried = (Rounding >= 6) ? RoundingBits : 0;
  localparam int unsigned Dropped = RoundingBits - Carried;

  logic unpack_valid, multiply_valid, align_valid, add_valid, normalize_valid, round_valid;
  logic multiply_ready, align_ready, add_ready, normalize_ready, round_ready;

  logic [UnpackBits-1:0]    unpack_d, multiply_in;
  logic [MultiplyBits-1:0]  multiply_d, align_in;
  logic [AlignBits-1:0]     align_d, add_in;
  logic [AddBits-1:0]       add_d, normalize_in;
  logic [NormalizeBits-1:0] normalize_d, round_in;
  logic [ResultBits-1:0]    round_d, result;
  logic [CBits-1:0]         align_c, z;
  logic [FlagBits-1:0]      flags;

  // What comes out of the registers, the rounding operand below the rest.
  logic [UnpackBits+CBits+Carried-1:0]   multiply_all;
  logic [MultiplyBits+CBits+Carried-1:0] align_all;
  logic [AlignBits+Carried-1:0]          add_all;
  logic [AddBits+Carried-1:0]            normalize_all;
  logic [NormalizeBits+Carried-1:0]      round_all;
  logic [RoundingBits-1:0] align_rounding, add_rounding, normalize_rounding, round_rounding;

  assign multiply_in        = multiply_all[CBits+Carried +: UnpackBits];
  assign align_in           = align_all[CBits+Carried +: MultiplyBits];
  assign align_c            = align_all[Carried +: CBits];
  assign add_in             = add_all[Carried +: AlignBits];
  assign normalize_in       = normalize_all[Carried +: AddBits];
  assign round_in           = round_all[Carried +: NormalizeBits];
  // Without a rounding operand any bit will do: nothing uses it.
  assign align_rounding     = align_all[RoundingBits-1:0];
  assign add_rounding       = add_all[RoundingBits-1:0];
  assign normalize_rounding = normalize_all[RoundingBits-1:0];
  assign round_rounding     = round_all[RoundingBits-1:0];

  // What passes a stage's end where there is no register: where the sum's highest one will be, which
  // the sum itself says as well, and the two that it is one of; and the rows whose sum is the product.
  logic [SumBits-1:0] add_hint, add_if_carry, add_if_none;
  logic [SumBits-1:0] normalize_hint, normalize_if_carry, normalize_if_none;
  logic               add_carry, normalize_carry;
  logic                           product_zero, normalize_again;
  logic [NormalizedBits-1:0]      first_exponent, again_exponent, round_exponent;
  logic [Precision+GuardBits-1:0] first_kept, again_kept, round_kept;
  logic                           first_sticky, again_sticky, round_sticky;
  logic [CBits-1:0]               first_z;
  logic [FlagBits-1:0]            first_flags;
  logic [ProductBits-1:0] product_x, product_y;
  logic               unused_pass;

  localparam int unsigned ProductRows    = (!Cuts[1] && !Cuts[2]) ? 1 : 0;
  localparam int unsigned EarlyExponents = Cuts[1] ? 0 : 1;
  assign unused_pass = ^product_x ^ ^product_y ^ ^add_hint ^ ^add_if_carry ^ ^add_if_none
                       ^ add_carry ^ product_zero ^ normalize_again
                       ^ ^{first_exponent, first_kept, first_sticky}
                       ^ ^{again_exponent, again_kept, again_sticky}
                       ^ ^round_in;
  if (Cuts[3]) begin : gen_register_hint
    assign normalize_hint     = normalize_in[4 +: SumBits];
    assign normalize_if_carry = normalize_in[4 +: SumBits];
    assign normalize_if_none  = normalize_in[4 +: SumBits];
    assign normalize_carry    = 1'b0;
  end else begin : gen_hint
    assign normalize_hint     = add_hint;
    assign normalize_if_carry = add_if_carry;
    assign normalize_if_none  = add_if_none;
    assign normalize_carry    = add_carry;
  end

  // unpack
  assign unpack_valid = valid_i;
  fp_fma_unpack #(
    .AKind(AKind), .AWidth(AWidth), .AExponentBits(AExponentBits), .AFractionBits(AFractionBits),
    .ASpecials(ASpecials), .AHasSign(AHasSign), .AHasSubnormals(AHasSubnormals),
    .AHasZero(AHasZero),
    .BKind(BKind), .BWidth(BWidth), .BExponentBits(BExponentBits), .BFractionBits(BFractionBits),
    .BSpecials(BSpecials), .BHasSign(BHasSign), .BHasSubnormals(BHasSubnormals),
    .BHasZero(BHasZero), .FlushInputs(FlushInputs), .Flags(Flags), .Path(Path)
  ) u_unpack (
    .a_i, .b_i,
    .a_sign_o(unpack_d[UnpackBits-1]), .a_exponent_o(unpack_d[UnpackBits-2 -: ASignedBits]),
    .a_significand_o(unpack_d[BOperandBits+2 +: ABits]),
    .a_nan_o(unpack_d[BOperandBits+1]), .a_infinity_o(unpack_d[BOperandBits]),
    .b_sign_o(unpack_d[BOperandBits-1]), .b_exponent_o(unpack_d[BOperandBits-2 -: BSignedBits]),
    .b_significand_o(unpack_d[2 +: BBits]), .b_nan_o(unpack_d[1]), .b_infinity_o(unpack_d[0])
  );
  stage_register #(.Width(UnpackBits + CBits + Carried), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, 
    .data_i((UnpackBits+CBits+Carried)'({unpack_d, c_i, rounding_i} >> Dropped)),
    .valid_o(multiply_valid), .ready_i(multiply_ready), .data_o(multiply_all)
  );

  // multiply
  fp_fma_multiply #(
    .ABits(ABits), .BBits(BBits), .ASignedBits(ASignedBits), .BSignedBits(BSignedBits),
    .ExponentBits(ProductExponentBits), .ExponentOffset(ExponentOffset),
    .Flags(Flags), .Multiplier(Multiplier), .Adder(Adder), .Path(Path)
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
    .exponent_o(multiply_d[MultiplyBits-2 -: ProductExponentBits]),
    .significand_o(multiply_d[2 +: ProductBits]), .x_o(product_x), .y_o(product_y), .zero_o(product_zero),
    .nan_o(multiply_d[1]), .infinity_o(multiply_d[0])
  );
  stage_register #(.Width(MultiplyBits + CBits + Carried), .Cut(Cuts[1])) u_multiply_register (
    .clk_i, .rst_ni,
    .valid_i(multiply_valid), .ready_o(multiply_ready), 
    .data_i({multiply_d, multiply_all[0 +: CBits+Carried]}),
    .valid_o(align_valid), .ready_i(align_ready), .data_o(align_all)
  );

  // align
  fp_fma_align #(
    .ProductBits(ProductBits), .ProductExponentBits(ProductExponentBits),
    .CExponentBits(CExponentBits), .CFractionBits(CFractionBits), .CSpecials(CSpecials),
    .FlushInputs(FlushInputs), .Flags(Flags), .WindowBits(WindowBits), .AboveBits(AboveBits),
    .ExponentBits(ExponentBits), .Path(Path), .ASignedBits(ASignedBits),
    .BSignedBits(BSignedBits), .ExponentOffset(ExponentOffset), .Adder(Adder), .Early(EarlyExponents),
    .WideDistanceBits(WideDistanceBits)
  ) u_align (
    .sign_i(align_in[MultiplyBits-1]),
    .exponent_i(align_in[MultiplyBits-2 -: ProductExponentBits]),
    .significand_i(align_in[2 +: ProductBits]), .nan_i(align_in[1]), .infinity_i(align_in[0]),
    .a_exponent_i(multiply_in[UnpackBits-2 -: ASignedBits]),
    .b_exponent_i(multiply_in[BOperandBits-2 -: BSignedBits]), .zero_i(product_zero),
    .addend_i(align_c),
    .sign_o(align_d[AlignBits-1]), .subtract_o(align_d[AlignBits-2]),
    .exponent_o(align_d[AlignBits-3 -: ExponentBits]),
    .large_o(align_d[4+TermBits +: TermBits]), .small_o(align_d[4 +: TermBits]),
    .sticky_o(align_d[3]), .nan_o(align_d[2]), .infinity_o(align_d[1]),
    .infinity_sign_o(align_d[0])
  );
  stage_register #(.Width(AlignBits + Carried), .Cut(Cuts[2])) u_align_register (
    .clk_i, .rst_ni,
    .valid_i(align_valid), .ready_o(align_ready), 
    .data_i((AlignBits+Carried)'({align_d, align_rounding} >> Dropped)),
    .valid_o(add_valid), .ready_i(add_ready), .data_o(add_all)
  );

  // add
  fp_fma_add #(
    .TermBits(TermBits), .WindowBits(WindowBits), .ProductBits(ProductBits),
    .ExponentBits(ExponentBits), .Rounding(Rounding), .RandomBits(RandomBits), .Adder(Adder),
    .LeadingZeros(LeadingZeros), .Path(Path), .Rows(ProductRows)
  ) u_add (
    .sign_i(add_in[AlignBits-1]), .subtract_i(add_in[AlignBits-2]),
    .exponent_i(add_in[AlignBits-3 -: ExponentBits]),
    .large_i(add_in[4+TermBits +: TermBits]), .small_i(add_in[4 +: TermBits]),
    .sticky_i(add_in[3]), .nan_i(add_in[2]), .infinity_i(add_in[1]), .infinity_sign_i(add_in[0]),
    .x_i(product_x), .y_i(product_y), .rounding_i(add_rounding),
    .sign_o(add_d[AddBits-1]), .exponent_o(add_d[AddBits-2 -: ExponentBits]),
    .sum_o(add_d[4 +: SumBits]), .if_carry_o(add_if_carry), .if_none_o(add_if_none),
    .carry_o(add_carry), .hint_o(add_hint), .sticky_o(add_d[3]), .nan_o(add_d[2]), .infinity_o(add_d[1]),
    .infinity_sign_o(add_d[0])
  );
  stage_register #(.Width(AddBits + Carried), .Cut(Cuts[3])) u_add_register (
    .clk_i, .rst_ni,
    .valid_i(add_valid), .ready_o(add_ready), 
    .data_i((AddBits+Carried)'({add_d, add_rounding} >> Dropped)),
    .valid_o(normalize_valid), .ready_i(normalize_ready), .data_o(normalize_all)
  );

  // normalize
  fp_fma_normalize #(
    .SumBits(SumBits), .ExponentBits(ExponentBits), .Precision(Precision), .GuardBits(GuardBits),
    .LeadingZeros(LeadingZeros)
  ) u_normalize (
    .sign_i(normalize_in[AddBits-1]), .exponent_i(normalize_in[AddBits-2 -: ExponentBits]),
    .sum_i(normalize_in[4 +: SumBits]), .if_carry_i(normalize_if_carry),
    .if_none_i(normalize_if_none), .carry_i(normalize_carry), .hint_i(normalize_hint),
    .sticky_i(normalize_in[3]), .nan_i(normalize_in[2]), .infinity_i(normalize_in[1]), .infinity_sign_i(normalize_in[0]),
    .sign_o(normalize_d[NormalizeBits-1]),
    .exponent_o(normalize_d[NormalizeBits-2 -: NormalizedBits]),
    .significand_o(normalize_d[4+GuardBits +: Precision]),
    .guard_o(normalize_d[4 +: GuardBits]),
    .sticky_o(normalize_d[3]), .nan_o(normalize_d[2]), .infinity_o(normalize_d[1]),
    .infinity_sign_o(normalize_d[0]), .again_o(normalize_again),
    .first_exponent_o(first_exponent), .first_kept_o(first_kept), .first_sticky_o(first_sticky),
    .again_exponent_o(again_exponent), .again_kept_o(again_kept), .again_sticky_o(again_sticky)
  );
  stage_register #(.Width(NormalizeBits + Carried), .Cut(Cuts[4])) u_normalize_register (
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
    .sign_i(round_in[NormalizeBits-1]), .exponent_i(round_exponent),
    .significand_i(round_kept[GuardBits +: Precision]), .guard_i(round_kept[GuardBits-1:0]),
    .sticky_i(round_sticky),
    .nan_i(round_in[2]), .infinity_i(round_in[1]), .infinity_sign_i(round_in[0]),
    .rounding_i(round_rounding), .z_o(first_z), .flags_o(first_flags)
  );
  if (LeadingZeros != 0 && !Cuts[4]) begin : gen_again
    logic [CBits-1:0]    again_z;
    logic [FlagBits-1:0] again_flags;

    float_round #(
      .ExponentBits(NormalizedBits), .CExponentBits(CExponentBits), .CFractionBits(CFractionBits),
      .CSpecials(CSpecials), .Rounding(Rounding), .RandomBits(RandomBits), .Overflow(Overflow),
      .GuardBits(GuardBits), .FlushOutputs(FlushOutputs), .Flags(Flags), .TinyAfter(TinyAfter)
    ) u_round_again (
      .sign_i(round_in[NormalizeBits-1]), .exponent_i(again_exponent),
      .significand_i(again_kept[GuardBits +: Precision]), .guard_i(again_kept[GuardBits-1:0]),
      .sticky_i(again_sticky),
      .nan_i(round_in[2]), .infinity_i(round_in[1]), .infinity_sign_i(round_in[0]),
      .rounding_i(round_rounding), .z_o(again_z), .flags_o(again_flags)
    );
    assign round_exponent = first_exponent;
    assign round_kept     = first_kept;
    assign round_sticky   = first_sticky;
    assign z = normalize_again ? again_z : first_z;
    assign flags = normalize_again ? again_flags : first_flags;
  end else begin : gen_once
    assign round_exponent = round_in[NormalizeBits-2 -: NormalizedBits];
    assign round_kept     = round_in[4 +: Precision+GuardBits];
    assign round_sticky   = round_in[3];
    assign z = first_z;
    assign flags = first_flags;
  end
  stage_register #(.Width(ResultBits), .Cut(Cuts[5])) u_round_register (
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
