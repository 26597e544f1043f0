// z = c + the sum of many a*b, whose blocks may have scales: the operation form. Twin of
// models/block_dot/block_dot_laws.h. A stage that a design does not have is wires; bit i of Cuts
// puts a register after the i-th that it has.
// Long for one file, but only instances and what they are wired with.
module block_dot #(
  parameter  int unsigned AKind                = 3,
  parameter  int unsigned AWidth               = 8,
  parameter  int unsigned AExponentBits        = 4,
  parameter  int unsigned AFractionBits        = 3,
  parameter  int unsigned ASpecials            = 1,
  parameter  int unsigned AHasSign             = 1,
  parameter  int unsigned AHasSubnormals       = 1,
  parameter  int unsigned AHasZero             = 1,
  parameter  int unsigned ACodeBits            = 0,  // of codes that are looked up
  parameter  int unsigned AScaling             = 0,  // scale: none, a value, an exponent
  parameter  int unsigned AScaledLanes         = 4,  // that share a scale
  parameter  int unsigned AScaleKind           = 3,
  parameter  int unsigned AScaleWidth          = 8,
  parameter  int unsigned AScaleExponentBits   = 8,
  parameter  int unsigned AScaleFractionBits   = 0,
  parameter  int unsigned AScaleSpecials       = 1,
  parameter  int unsigned AScaleHasSign        = 0,
  parameter  int unsigned AScaleHasSubnormals  = 0,
  parameter  int unsigned AScaleHasZero        = 0,
  parameter  int unsigned AMicroLanes          = 4,  // that share a microexponent
  parameter  int unsigned AMicroBits           = 0,
  parameter  int unsigned BKind                = 3,
  parameter  int unsigned BWidth               = 8,
  parameter  int unsigned BExponentBits        = 4,
  parameter  int unsigned BFractionBits        = 3,
  parameter  int unsigned BSpecials            = 1,
  parameter  int unsigned BHasSign             = 1,
  parameter  int unsigned BHasSubnormals       = 1,
  parameter  int unsigned BHasZero             = 1,
  parameter  int unsigned BCodeBits            = 0,  // of codes that are looked up
  parameter  int unsigned BScaling             = 0,  // scale: none, a value, an exponent
  parameter  int unsigned BScaledLanes         = 4,  // that share a scale
  parameter  int unsigned BScaleKind           = 3,
  parameter  int unsigned BScaleWidth          = 8,
  parameter  int unsigned BScaleExponentBits   = 8,
  parameter  int unsigned BScaleFractionBits   = 0,
  parameter  int unsigned BScaleSpecials       = 1,
  parameter  int unsigned BScaleHasSign        = 0,
  parameter  int unsigned BScaleHasSubnormals  = 0,
  parameter  int unsigned BScaleHasZero        = 0,
  parameter  int unsigned BMicroLanes          = 4,  // that share a microexponent
  parameter  int unsigned BMicroBits           = 0,
  parameter  int unsigned Lanes                = 4,
  parameter  int unsigned Reduction            = 0,  // order of models/design/dot_product.h
  parameter  int unsigned Terms                = 1,
  parameter  int unsigned Alignment            = 0,
  parameter  int unsigned Window               = 0,
  parameter  int unsigned Join                 = 0,
  parameter  int unsigned Fixed                = 0,
  parameter  int unsigned GuardBits            = 0,
  parameter  int unsigned Saturate             = 0,
  parameter  int unsigned CExponentBits        = 8,
  parameter  int unsigned CFractionBits        = 23,
  parameter  int unsigned CSpecials            = 0,
  parameter  int unsigned TermFractionBits     = 6,
  parameter  int unsigned LevelBias            = 113,
  parameter  int unsigned Offset               = 0,    // two's complement
  parameter  int unsigned Rounding             = 0,
  parameter  int unsigned Overflow             = 0,
  parameter  int unsigned FlushInputs          = 0,  // reduction fp_tree alone flushes
  parameter  int unsigned FlushOutputs         = 0,
  parameter  int unsigned Multiplier           = 0,
  parameter  int unsigned Adder                = 0,
  parameter  int unsigned Cuts                 = 0,
  // Operands: | scales | microexponents | elements |, each part lowest first.
  localparam int unsigned AScales   = (AScaling != 0) ? Lanes / AScaledLanes : 0,
  localparam int unsigned BScales   = (BScaling != 0) ? Lanes / BScaledLanes : 0,
  localparam int unsigned AMicros   = (AMicroBits != 0) ? Lanes / AMicroLanes : 0,
  localparam int unsigned BMicros   = (BMicroBits != 0) ? Lanes / BMicroLanes : 0,
  localparam int unsigned ARestBits = AMicros * AMicroBits + AScales * AScaleWidth,
  localparam int unsigned BRestBits = BMicros * BMicroBits + BScales * BScaleWidth,
  localparam int unsigned AInBits   =
      Lanes * ((ACodeBits != 0) ? ACodeBits : AWidth) + ARestBits,
  localparam int unsigned BInBits   =
      Lanes * ((BCodeBits != 0) ? BCodeBits : BWidth) + BRestBits,
  // The exact sum of all products with their scales.
  localparam logic [63:0] ASignificand = kulisch_mac_pkg::max_significand(
      AKind, AWidth, AExponentBits, AFractionBits, ASpecials, AHasSign, AHasSubnormals),
  localparam logic [63:0] BSignificand = kulisch_mac_pkg::max_significand(
      BKind, BWidth, BExponentBits, BFractionBits, BSpecials, BHasSign, BHasSubnormals),
  localparam int unsigned MostMicro = block_dot_pkg::most_micro(AMicroBits, BMicroBits),
  localparam int unsigned ProductShift =
      kulisch_mac_pkg::max_shift(AKind, AExponentBits, AFractionBits, ASpecials, AHasSign,
                                 AHasSubnormals)
      + kulisch_mac_pkg::max_shift(BKind, BExponentBits, BFractionBits, BSpecials, BHasSign,
                                   BHasSubnormals),
  localparam int unsigned ExactBits = block_dot_pkg::scaled_magnitude_bits(
      ASignificand, BSignificand,
      block_dot_pkg::scale_significand(
          AScaling, AScaleKind, AScaleWidth, AScaleExponentBits, AScaleFractionBits, AScaleSpecials,
          AScaleHasSign, AScaleHasSubnormals),
      block_dot_pkg::scale_significand(
          BScaling, BScaleKind, BScaleWidth, BScaleExponentBits, BScaleFractionBits, BScaleSpecials,
          BScaleHasSign, BScaleHasSubnormals),
      Lanes,
      ProductShift + MostMicro
      + block_dot_pkg::scale_shift(
          AScaling, AScaleKind, AScaleWidth, AScaleExponentBits, AScaleFractionBits, AScaleSpecials,
          AScaleHasSign, AScaleHasSubnormals)
      + block_dot_pkg::scale_shift(
          BScaling, BScaleKind, BScaleWidth, BScaleExponentBits, BScaleFractionBits, BScaleSpecials,
          BScaleHasSign, BScaleHasSubnormals)) + 1,
  localparam int unsigned ANanBits =
      block_dot_pkg::scale_has_nan(AScaling, AScaleKind, AScaleSpecials),
  localparam int unsigned BNanBits =
      block_dot_pkg::scale_has_nan(BScaling, BScaleKind, BScaleSpecials),
  localparam int unsigned FlagBits = format_pkg::maximum(
      kulisch_mac_pkg::flag_bits(AKind, ASpecials, BKind, BSpecials),
      format_pkg::maximum(ANanBits, BNanBits)),
  localparam int unsigned CBits =
      (Fixed != 0) ? ExactBits + GuardBits + FlagBits : 1 + CExponentBits + CFractionBits
) (
  input  logic                 clk_i,
  input  logic                 rst_ni,
  input  logic                 valid_i,
  output logic                 ready_o,
  input  logic [AInBits-1:0]   a_i,
  input  logic [BInBits-1:0]   b_i,
  input  logic [CBits-1:0]     c_i,
  output logic                 valid_o,
  input  logic                 ready_i,
  output logic [CBits-1:0]     z_o
);

  // Lanes and groups.
  localparam int unsigned Floating   =
      (block_dot_pkg::is_floating(AKind) != 0 || block_dot_pkg::is_floating(BKind) != 0) ? 1 : 0;
  localparam int unsigned GroupLanes = block_dot_pkg::minimum(AScaledLanes, BScaledLanes);
  localparam int unsigned Groups     = Lanes / GroupLanes;
  localparam int unsigned HasScale   = (AScaling != 0 || BScaling != 0) ? 1 : 0;
  localparam int unsigned AScaleExponents = block_dot_pkg::scale_exponent_bits(
      AScaling, AScaleKind, AScaleWidth, AScaleExponentBits);
  localparam int unsigned BScaleExponents = block_dot_pkg::scale_exponent_bits(
      BScaling, BScaleKind, BScaleWidth, BScaleExponentBits);
  localparam int unsigned AFactorBits = block_dot_pkg::scale_factor_bits(
      AScaling, AScaleKind, AScaleWidth, AScaleFractionBits, AScaleHasSubnormals, AScaleHasZero);
  localparam int unsigned BFactorBits = block_dot_pkg::scale_factor_bits(
      BScaling, BScaleKind, BScaleWidth, BScaleFractionBits, BScaleHasSubnormals, BScaleHasZero);
  localparam int unsigned FactorBits     = AFactorBits + BFactorBits;
  localparam int unsigned GreatestScales = block_dot_pkg::greatest_code(AScaleExponents)
                                         + block_dot_pkg::greatest_code(BScaleExponents);
  localparam int unsigned ScaleExponentBits = block_dot_pkg::bits_of(GreatestScales);
  localparam int unsigned NanBits    = (ANanBits + BNanBits > 0) ? 1 : 0;
  localparam int unsigned ScalesBits = Groups * (ScaleExponentBits + FactorBits + NanBits);
  localparam int unsigned LiftBits   = block_dot_pkg::bits_of(MostMicro);
  localparam int unsigned Lifts      =
      (MostMicro > 0) ? Lanes / block_dot_pkg::minimum(AMicroLanes, BMicroLanes) : 0;
  localparam int unsigned RestBits   = ScalesBits + Lifts * LiftBits;

  // Which stages there are, and how many before each.
  localparam int unsigned HasLookup = (ACodeBits != 0 || BCodeBits != 0) ? 1 : 0;
  localparam int unsigned Exact = (Reduction == block_dot_pkg::ReductionExact) ? 1 : 0;
  localparam int unsigned HasReduce =
      ((Exact != 0 || Terms == block_dot_pkg::TermsBlocks)
       && (GroupLanes > 1 || (Fixed != 0 && Floating != 0))) ? 1 : 0;
  localparam int unsigned HasGather =
      (Exact != 0 && HasScale != 0
       && (Groups > 1 || (Fixed != 0 && AScaleExponents + BScaleExponents > 0))) ? 1 : 0;
  localparam int unsigned Joined        = (Join == 0) ? 1 : 0;
  localparam int unsigned HasTree       = (Reduction == block_dot_pkg::ReductionTree) ? 1 : 0;
  localparam int unsigned HasAlign      = (Fixed == 0 && HasTree == 0) ? 1 : 0;
  localparam int unsigned HasLevel      =
      (Exact != 0 && Fixed == 0 && Joined != 0) ? 1 : 0;
  localparam int unsigned IntegerLanes  =
      (Floating == 0 && (HasReduce != 0 || (Fixed != 0 && HasScale == 0))) ? 1 : 0;
  localparam int unsigned LastTerms     =
      (HasGather != 0) ? 1 : (HasReduce != 0) ? Groups : Lanes;
  localparam int unsigned AllTerms      = LastTerms + Joined;
  localparam int unsigned HasAdd        = (Fixed != 0 || (HasAlign != 0 && AllTerms > 1)) ? 1 : 0;
  localparam int unsigned HasAccumulate = (Fixed != 0 || Joined == 0) ? 1 : 0;
  localparam int unsigned UnpackIndex     = HasLookup;
  localparam int unsigned MultiplyIndex   = UnpackIndex + 1;
  localparam int unsigned ReduceIndex     = MultiplyIndex + 1;
  localparam int unsigned ScaleIndex      = ReduceIndex + HasReduce;
  localparam int unsigned GatherIndex     = ScaleIndex + HasScale;
  localparam int unsigned LevelIndex      = GatherIndex + HasGather;
  localparam int unsigned TreeIndex       = LevelIndex + HasLevel;
  localparam int unsigned AlignIndex      = TreeIndex + HasTree;
  localparam int unsigned AddIndex        = AlignIndex + HasAlign;
  localparam int unsigned NormalizeIndex  = AddIndex + HasAdd;
  localparam int unsigned RoundIndex      = NormalizeIndex + HasAlign;
  localparam int unsigned AccumulateIndex = RoundIndex + HasAlign;

  // Widths of one lane, and of terms.
  localparam int unsigned AFieldBits = format_pkg::field_bits(AKind, AExponentBits);
  localparam int unsigned BFieldBits = format_pkg::field_bits(BKind, BExponentBits);
  localparam int unsigned ABits = format_pkg::significand_bits(AKind, AWidth, AFractionBits);
  localparam int unsigned BBits = format_pkg::significand_bits(BKind, BWidth, BFractionBits);
  localparam int unsigned ProductExponentBits =
      kulisch_mac_pkg::exponent_bits(AKind, AExponentBits, BKind, BExponentBits);
  localparam int unsigned LeastExponent = kulisch_mac_pkg::least_exponent(AKind, AHasSubnormals)
                                        + kulisch_mac_pkg::least_exponent(BKind, BHasSubnormals);
  localparam int unsigned Signed      = integer_pkg::is_signed(AKind, BKind);
  localparam int unsigned AFactor     = integer_pkg::factor_bits(AKind, AWidth, Signed);
  localparam int unsigned BFactor     = integer_pkg::factor_bits(BKind, BWidth, Signed);
  localparam int unsigned ProductBits =
      block_dot_pkg::sum_magnitude_bits(ASignificand, BSignificand, 1, ProductShift) + 1;
  localparam int unsigned ZeroBits    = (IntegerLanes != 0 && Fixed == 0) ? Groups : 0;
  localparam int unsigned ZeroIsNegative = (Rounding == 2) ? 1 : 0;  // toward_negative
  localparam int unsigned SumSigned   = (Fixed != 0 && HasScale == 0 && GroupLanes > 1) ? 1 : 0;
  localparam int unsigned SumBits     =
      block_dot_pkg::sum_magnitude_bits(ASignificand, BSignificand, GroupLanes,
                                        ProductShift + MostMicro) + SumSigned;
  localparam int unsigned ScaledTerms = (HasReduce != 0) ? Groups : Lanes;
  localparam int unsigned TermBits    = (HasReduce != 0) ? SumBits : ABits + BBits;
  localparam int unsigned ScaledBits  = TermBits + FactorBits;
  localparam int unsigned GreatestProduct =
      (HasReduce != 0) ? 0
      : ((block_dot_pkg::is_floating(AKind) != 0) ? block_dot_pkg::greatest_code(AExponentBits) : 0)
        + ((block_dot_pkg::is_floating(BKind) != 0) ? block_dot_pkg::greatest_code(BExponentBits)
                                                    : 0);
  localparam int unsigned GreatestScaled =
      GreatestProduct + GreatestScales + ((HasReduce != 0) ? 0 : MostMicro);
  localparam int unsigned ScaledExponentBits = block_dot_pkg::bits_of(GreatestScaled);
  localparam int unsigned GatherSigned  = (Fixed != 0 && ScaledTerms > 1) ? 1 : 0;
  localparam int unsigned GatheredBits  = ExactBits - 1 + GatherSigned;
  localparam int unsigned GatherLeast   =
      block_dot_pkg::scale_least_exponent(AScaling, AScaleKind, AScaleHasSubnormals)
      + block_dot_pkg::scale_least_exponent(BScaling, BScaleKind, BScaleHasSubnormals);
  localparam int unsigned LastBits      =
      (HasGather != 0) ? GatheredBits : (HasScale != 0) ? ScaledBits
      : (HasReduce != 0) ? SumBits : (IntegerLanes != 0) ? ProductBits : ABits + BBits;
  localparam int unsigned BeforeLevelBits =
      (HasGather != 0) ? 0 : (HasScale != 0) ? ScaledExponentBits
      : (HasReduce != 0) ? 0 : ProductExponentBits;
  localparam int unsigned LastGreatest  =
      ((HasGather != 0) ? 0 : (HasScale != 0) ? GreatestScaled : GreatestProduct)
      + ((HasLevel != 0) ? LastBits - 1 + LevelBias : 0);
  localparam int unsigned LastExponentBits =
      (HasLevel != 0) ? block_dot_pkg::bits_of(LastGreatest) : BeforeLevelBits;
  localparam int unsigned LastSigned    =
      (HasGather != 0) ? GatherSigned : (HasScale != 0) ? 0 : (HasReduce != 0) ? SumSigned : 0;

  // The window.
  localparam int unsigned Precision    = CFractionBits + 1;
  localparam int unsigned Sticky       =
      (Reduction != block_dot_pkg::ReductionMaxExponent || Alignment != 0) ? 1 : 0;
  localparam int unsigned IntegerBits  = block_dot_pkg::integer_bits(LastBits, TermFractionBits);
  localparam int unsigned FractionBits = block_dot_pkg::fraction_bits(
      Reduction, Window, Joined, TermFractionBits, Precision);
  localparam int unsigned WindowExponentBits = block_dot_pkg::window_exponent_bits(
      Joined, CExponentBits, LastGreatest, $signed(Offset));
  localparam int unsigned PartBits     = IntegerBits + FractionBits + Sticky;
  localparam int unsigned CarryBits    = block_dot_pkg::carry_bits(AllTerms);
  localparam int unsigned TotalBits    = PartBits + CarryBits;
  localparam int unsigned TopExponent  = IntegerBits + CarryBits - 1;
  localparam int unsigned NormalizedBits =
      block_dot_pkg::normalized_exponent_bits(WindowExponentBits, TopExponent);

  // What each stage gives; the modules have drawings.
  localparam int unsigned AWordBits  = Lanes * AWidth + ARestBits;
  localparam int unsigned BWordBits  = Lanes * BWidth + BRestBits;
  localparam int unsigned LookupBits = AWordBits + BWordBits;
  localparam int unsigned AScalesBits =
      AScales * (AScaleExponents + AFactorBits + ANanBits) + AMicros * AMicroBits;
  localparam int unsigned BScalesBits =
      BScales * (BScaleExponents + BFactorBits + BNanBits) + BMicros * BMicroBits;
  localparam int unsigned UnpackBits = AScalesBits + BScalesBits
      + ((IntegerLanes != 0) ? Lanes * (1 + AFactor + BFactor) + ZeroBits
                             : Lanes * (6 + AFieldBits + ABits + BFieldBits + BBits));
  localparam int unsigned MultiplyBits = RestBits
      + ((IntegerLanes != 0) ? Lanes * (1 + ProductBits) + ZeroBits
                             : Lanes * (1 + ProductExponentBits + ABits + BBits + FlagBits));
  localparam int unsigned ReduceBits =
      (HasReduce != 0) ? Groups * (1 - SumSigned + SumBits + FlagBits) + ScalesBits : MultiplyBits;
  localparam int unsigned ScaleBits =
      (HasScale != 0) ? ScaledTerms * (1 + ScaledExponentBits + ScaledBits + FlagBits) : ReduceBits;
  localparam int unsigned GatherBits =
      (HasGather != 0) ? 1 - GatherSigned + GatheredBits + FlagBits : ScaleBits;
  localparam int unsigned LevelBits =
      (HasLevel != 0) ? 1 + LastExponentBits + LastBits + FlagBits : GatherBits;
  localparam int unsigned TreeBits  = (HasTree != 0) ? CBits : LevelBits;
  localparam int unsigned AlignBits =
      (HasAlign != 0) ? WindowExponentBits + AllTerms * (1 + PartBits) + 3 : TreeBits;
  localparam int unsigned HighBits  = (GuardBits > 0) ? GuardBits : 1;
  localparam int unsigned AddBits   =
      (Fixed != 0) ? 2 + ExactBits + HighBits + FlagBits
      : (HasAlign != 0) ? 1 + WindowExponentBits + TotalBits + 3 : AlignBits;
  localparam int unsigned NormalizeBits =
      (HasAlign != 0) ? 1 + NormalizedBits + Precision + 5 : AddBits;
  localparam int unsigned RoundBits      = (HasAlign != 0) ? CBits : NormalizeBits;
  localparam int unsigned AccumulateBits = CBits;

  // c travels on until its stage: align where it is one of the terms, add in fixed point, else
  // accumulate.
  localparam int unsigned CarryAlign      = CBits;
  localparam int unsigned CarryAdd        = (HasAlign != 0 && Joined != 0) ? 0 : CBits;
  localparam int unsigned CarryAccumulate = (Joined != 0) ? 0 : CBits;

  logic lookup_valid, unpack_valid, multiply_valid, reduce_valid, scale_valid, gather_valid;
  logic level_valid;
  logic tree_valid, align_valid, add_valid, normalize_valid, round_valid, accumulate_valid;
  logic unpack_ready, multiply_ready, reduce_ready, scale_ready, gather_ready, level_ready;
  logic tree_ready;
  logic align_ready, add_ready, normalize_ready, round_ready, accumulate_ready;
  logic [LookupBits-1:0] lookup_d;
  logic [UnpackBits-1:0] unpack_d;
  logic [MultiplyBits-1:0] multiply_d;
  logic [ReduceBits-1:0] reduce_d;
  logic [ScaleBits-1:0] scale_d;
  logic [GatherBits-1:0] gather_d;
  logic [LevelBits-1:0] level_d;
  logic [TreeBits-1:0] tree_d;
  logic [AlignBits-1:0] align_d;
  logic [AddBits-1:0] add_d;
  logic [NormalizeBits-1:0] normalize_d;
  logic [RoundBits-1:0] round_d;
  logic [AccumulateBits-1:0] accumulate_d;
  logic [LookupBits-1:0] unpack_in;
  logic [UnpackBits-1:0] multiply_in;
  logic [MultiplyBits-1:0] reduce_in;
  logic [ReduceBits-1:0] scale_in;
  logic [ScaleBits-1:0] gather_in;
  logic [GatherBits-1:0] level_in;
  logic [LevelBits-1:0] tree_in;
  logic [TreeBits-1:0] align_in;
  logic [AlignBits-1:0] add_in;
  logic [AddBits-1:0] normalize_in;
  logic [NormalizeBits-1:0] round_in;
  logic [RoundBits-1:0] accumulate_in;
  logic [CBits-1:0] unpack_c, multiply_c, reduce_c, scale_c, gather_c, level_c, tree_c, align_c;
  logic [CBits-1:0] add_c, normalize_c, round_c, accumulate_c;

  localparam int unsigned FloatBits   = 1 + CExponentBits + CFractionBits;
  localparam int unsigned RoundedBits = 1 + NormalizedBits + Precision + 5;

  logic [RoundedBits-1:0] to_round;
  logic [FloatBits-1:0]   rounded, align_addend;
  logic                   unused_flags, unused_align_c;

  // An accumulator in fixed point joins in later than a floating one might.
  assign align_addend   = FloatBits'(align_c);
  assign unused_align_c = ^align_c;

  assign lookup_valid = valid_i;

  // lookup
  block_dot_lookup #(
    .Lanes(Lanes), .AWidth(AWidth), .ACodeBits(ACodeBits), .ARestBits(ARestBits),
    .BWidth(BWidth), .BCodeBits(BCodeBits), .BRestBits(BRestBits)
  ) u_lookup (.a_i, .b_i, .data_o(lookup_d));
  logic [LookupBits+CarryAlign-1:0] lookup_out, unpack_all;
  assign lookup_out =
      (LookupBits+CarryAlign)'({lookup_d, c_i} >> (CBits-CarryAlign));
  assign unpack_in  = unpack_all[CarryAlign +: LookupBits];
  assign unpack_c   = CBits'(unpack_all);
  stage_register #(.Width(LookupBits + CarryAlign), .Cut(HasLookup != 0 && Cuts[0]))
  u_lookup_register (
    .clk_i, .rst_ni,
    .valid_i(lookup_valid), .ready_o, .data_i(lookup_out),
    .valid_o(unpack_valid), .ready_i(unpack_ready), .data_o(unpack_all)
  );

  // unpack
  block_dot_unpack #(
    .Lanes(Lanes), .Groups(Groups), .IntegerLanes(IntegerLanes),
    .HasZeroSign((ZeroBits > 0) ? 1 : 0), .ZeroIsNegative(ZeroIsNegative),
    .AKind(AKind), .AWidth(AWidth), .AExponentBits(AExponentBits), .AFractionBits(AFractionBits),
    .ASpecials(ASpecials), .AHasSign(AHasSign), .AHasSubnormals(AHasSubnormals),
    .AHasZero(AHasZero),
    .BKind(BKind), .BWidth(BWidth), .BExponentBits(BExponentBits), .BFractionBits(BFractionBits),
    .BSpecials(BSpecials), .BHasSign(BHasSign), .BHasSubnormals(BHasSubnormals),
    .BHasZero(BHasZero), .FlushInputs(FlushInputs),
    .AScaling(AScaling), .AScales(AScales), .AScaleKind(AScaleKind), .AScaleWidth(AScaleWidth),
    .AScaleExponentBits(AScaleExponentBits), .AScaleFractionBits(AScaleFractionBits),
    .AScaleSpecials(AScaleSpecials), .AScaleHasSign(AScaleHasSign),
    .AScaleHasSubnormals(AScaleHasSubnormals), .AScaleHasZero(AScaleHasZero),
    .AMicroBits(AMicros * AMicroBits),
    .BScaling(BScaling), .BScales(BScales), .BScaleKind(BScaleKind), .BScaleWidth(BScaleWidth),
    .BScaleExponentBits(BScaleExponentBits), .BScaleFractionBits(BScaleFractionBits),
    .BScaleSpecials(BScaleSpecials), .BScaleHasSign(BScaleHasSign),
    .BScaleHasSubnormals(BScaleHasSubnormals), .BScaleHasZero(BScaleHasZero),
    .BMicroBits(BMicros * BMicroBits),
    .AWordBits(AWordBits), .BWordBits(BWordBits), .AFieldBits(AScalesBits),
    .BFieldBits(BScalesBits), .OutBits(UnpackBits)
  ) u_unpack (
    .a_i(unpack_in[BWordBits +: AWordBits]), .b_i(unpack_in[BWordBits-1:0]), .data_o(unpack_d)
  );
  logic [UnpackBits+CarryAlign-1:0] unpack_out, multiply_all;
  assign unpack_out =
      (UnpackBits+CarryAlign)'({unpack_d, unpack_c} >> (CBits-CarryAlign));
  assign multiply_in  = multiply_all[CarryAlign +: UnpackBits];
  assign multiply_c   = CBits'(multiply_all);
  stage_register #(.Width(UnpackBits + CarryAlign), .Cut(Cuts[UnpackIndex]))
  u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o(unpack_ready), .data_i(unpack_out),
    .valid_o(multiply_valid), .ready_i(multiply_ready), .data_o(multiply_all)
  );

  // multiply
  block_dot_multiply #(
    .Lanes(Lanes), .Groups(Groups), .IntegerLanes(IntegerLanes), .ZeroBits(ZeroBits),
    .AKind(AKind), .AWidth(AWidth), .BKind(BKind), .BWidth(BWidth), .ABits(ABits), .BBits(BBits),
    .AFieldBits(AFieldBits), .BFieldBits(BFieldBits), .ExponentBits(ProductExponentBits),
    .FlagBits(FlagBits),
    .AScales(AScales), .AScaleExponentBits(AScaleExponents), .AFactorBits(AFactorBits),
    .ANanBits(ANanBits), .AMicroBits(AMicroBits), .AMicros(AMicros),
    .BScales(BScales), .BScaleExponentBits(BScaleExponents), .BFactorBits(BFactorBits),
    .BNanBits(BNanBits), .BMicroBits(BMicroBits), .BMicros(BMicros),
    .Lifts(Lifts), .LiftBits(LiftBits), .ScaleExponentBits(ScaleExponentBits),
    .Multiplier(Multiplier), .Adder(Adder), .InBits(UnpackBits), .OutBits(MultiplyBits)
  ) u_multiply (.data_i(multiply_in), .data_o(multiply_d));
  logic [MultiplyBits+CarryAlign-1:0] multiply_out, reduce_all;
  assign multiply_out =
      (MultiplyBits+CarryAlign)'({multiply_d, multiply_c} >> (CBits-CarryAlign));
  assign reduce_in  = reduce_all[CarryAlign +: MultiplyBits];
  assign reduce_c   = CBits'(reduce_all);
  stage_register #(.Width(MultiplyBits + CarryAlign), .Cut(Cuts[MultiplyIndex]))
  u_multiply_register (
    .clk_i, .rst_ni,
    .valid_i(multiply_valid), .ready_o(multiply_ready), .data_i(multiply_out),
    .valid_o(reduce_valid), .ready_i(reduce_ready), .data_o(reduce_all)
  );

  // reduce
  block_dot_reduce #(
    .Enable(HasReduce), .Lanes(Lanes), .Groups(Groups), .IntegerLanes(IntegerLanes),
    .ZeroBits(ZeroBits), .ZeroIsNegative(ZeroIsNegative), .ExponentBits(ProductExponentBits),
    .SignificandBits(ABits + BBits), .LeastExponent(LeastExponent), .ProductBits(ProductBits),
    .FlagBits(FlagBits), .Lifts(Lifts), .LiftBits(LiftBits), .MostLift(MostMicro),
    .ScalesBits(ScalesBits), .IsSigned(SumSigned), .MagnitudeBits(SumBits), .Adder(Adder),
    .InBits(MultiplyBits), .OutBits(ReduceBits)
  ) u_reduce (.data_i(reduce_in), .data_o(reduce_d));
  logic [ReduceBits+CarryAlign-1:0] reduce_out, scale_all;
  assign reduce_out =
      (ReduceBits+CarryAlign)'({reduce_d, reduce_c} >> (CBits-CarryAlign));
  assign scale_in  = scale_all[CarryAlign +: ReduceBits];
  assign scale_c   = CBits'(scale_all);
  stage_register #(.Width(ReduceBits + CarryAlign), .Cut(HasReduce != 0 && Cuts[ReduceIndex]))
  u_reduce_register (
    .clk_i, .rst_ni,
    .valid_i(reduce_valid), .ready_o(reduce_ready), .data_i(reduce_out),
    .valid_o(scale_valid), .ready_i(scale_ready), .data_o(scale_all)
  );

  // scale
  block_dot_scale #(
    .Enable(HasScale), .Reduced(HasReduce), .Terms(ScaledTerms), .Groups(Groups),
    .TermExponentBits((HasReduce != 0) ? 0 : ProductExponentBits), .TermBits(TermBits),
    .FlagBits(FlagBits), .Lifts(Lifts), .LiftBits(LiftBits),
    .ScaleExponentBits(ScaleExponentBits), .FactorBits(FactorBits), .NanBits(NanBits),
    .ExponentBits(ScaledExponentBits), .Multiplier(Multiplier), .Adder(Adder),
    .InBits(ReduceBits), .OutBits(ScaleBits)
  ) u_scale (.data_i(scale_in), .data_o(scale_d));
  logic [ScaleBits+CarryAlign-1:0] scale_out, gather_all;
  assign scale_out =
      (ScaleBits+CarryAlign)'({scale_d, scale_c} >> (CBits-CarryAlign));
  assign gather_in  = gather_all[CarryAlign +: ScaleBits];
  assign gather_c   = CBits'(gather_all);
  stage_register #(.Width(ScaleBits + CarryAlign), .Cut(HasScale != 0 && Cuts[ScaleIndex]))
  u_scale_register (
    .clk_i, .rst_ni,
    .valid_i(scale_valid), .ready_o(scale_ready), .data_i(scale_out),
    .valid_o(gather_valid), .ready_i(gather_ready), .data_o(gather_all)
  );

  // gather
  block_dot_gather #(
    .Enable(HasGather), .Terms(ScaledTerms), .ExponentBits(ScaledExponentBits),
    .TermBits(ScaledBits), .FlagBits(FlagBits), .LeastExponent(GatherLeast),
    .ZeroIsNegative(ZeroIsNegative), .IsSigned(GatherSigned), .MagnitudeBits(GatheredBits),
    .Adder(Adder), .InBits(ScaleBits), .OutBits(GatherBits)
  ) u_gather (.data_i(gather_in), .data_o(gather_d));
  logic [GatherBits+CarryAlign-1:0] gather_out, level_all;
  assign gather_out =
      (GatherBits+CarryAlign)'({gather_d, gather_c} >> (CBits-CarryAlign));
  assign level_in  = level_all[CarryAlign +: GatherBits];
  assign level_c   = CBits'(level_all);
  stage_register #(.Width(GatherBits + CarryAlign), .Cut(HasGather != 0 && Cuts[GatherIndex]))
  u_gather_register (
    .clk_i, .rst_ni,
    .valid_i(gather_valid), .ready_o(gather_ready), .data_i(gather_out),
    .valid_o(level_valid), .ready_i(level_ready), .data_o(level_all)
  );

  // level
  block_dot_level #(
    .Enable(HasLevel), .TermExponentBits(BeforeLevelBits), .MagnitudeBits(LastBits),
    .Bias(LevelBias), .FlagBits(FlagBits), .ExponentBits(LastExponentBits), .InBits(GatherBits),
    .OutBits(LevelBits)
  ) u_level (.data_i(level_in), .data_o(level_d));
  logic [LevelBits+CarryAlign-1:0] level_out, tree_all;
  assign level_out =
      (LevelBits+CarryAlign)'({level_d, level_c} >> (CBits-CarryAlign));
  assign tree_in  = tree_all[CarryAlign +: LevelBits];
  assign tree_c   = CBits'(tree_all);
  stage_register #(.Width(LevelBits + CarryAlign), .Cut(HasLevel != 0 && Cuts[LevelIndex]))
  u_level_register (
    .clk_i, .rst_ni,
    .valid_i(level_valid), .ready_o(level_ready), .data_i(level_out),
    .valid_o(tree_valid), .ready_i(tree_ready), .data_o(tree_all)
  );

  // tree
  block_dot_tree #(
    .Enable(HasTree), .Terms(LastTerms), .TermExponentBits(LastExponentBits),
    .MagnitudeBits(LastBits), .TermFractionBits(TermFractionBits), .FlagBits(FlagBits),
    .Offset(Offset), .IntegerBits(IntegerBits), .FractionBits(FractionBits),
    .ExponentBits(WindowExponentBits), .CExponentBits(CExponentBits),
    .CFractionBits(CFractionBits), .CSpecials(CSpecials), .ZeroIsNegative(ZeroIsNegative),
    .Rounding(Rounding), .Overflow(Overflow), .FlushInputs(FlushInputs),
    .FlushOutputs(FlushOutputs), .Adder(Adder), .InBits(LevelBits), .OutBits(TreeBits)
  ) u_tree (.data_i(tree_in), .data_o(tree_d));
  logic [TreeBits+CarryAlign-1:0] tree_out, align_all;
  assign tree_out =
      (TreeBits+CarryAlign)'({tree_d, tree_c} >> (CBits-CarryAlign));
  assign align_in  = align_all[CarryAlign +: TreeBits];
  assign align_c   = CBits'(align_all);
  stage_register #(.Width(TreeBits + CarryAlign), .Cut(HasTree != 0 && Cuts[TreeIndex]))
  u_tree_register (
    .clk_i, .rst_ni,
    .valid_i(tree_valid), .ready_o(tree_ready), .data_i(tree_out),
    .valid_o(align_valid), .ready_i(align_ready), .data_o(align_all)
  );

  // align
  block_dot_align #(
    .Enable(HasAlign), .Terms(LastTerms), .Joined(Joined), .Leveled(HasLevel), .Sticky(Sticky),
    .TermExponentBits(LastExponentBits), .MagnitudeBits(LastBits),
    .TermFractionBits(TermFractionBits), .FlagBits(FlagBits), .Offset(Offset),
    .IntegerBits(IntegerBits), .FractionBits(FractionBits), .ExponentBits(WindowExponentBits),
    .CExponentBits(CExponentBits), .CFractionBits(CFractionBits), .CSpecials(CSpecials),
    .InBits(TreeBits), .OutBits(AlignBits)
  ) u_align (.data_i(align_in), .addend_i(align_addend), .data_o(align_d));
  logic [AlignBits+CarryAdd-1:0] align_out, add_all;
  assign align_out =
      (AlignBits+CarryAdd)'({align_d, align_c} >> (CBits-CarryAdd));
  assign add_in  = add_all[CarryAdd +: AlignBits];
  assign add_c   = CBits'(add_all);
  stage_register #(.Width(AlignBits + CarryAdd), .Cut(HasAlign != 0 && Cuts[AlignIndex]))
  u_align_register (
    .clk_i, .rst_ni,
    .valid_i(align_valid), .ready_o(align_ready), .data_i(align_out),
    .valid_o(add_valid), .ready_i(add_ready), .data_o(add_all)
  );

  // add
  block_dot_add #(
    .Enable((Fixed != 0 || HasAlign != 0) ? 1 : 0), .Fixed(Fixed), .Terms(AllTerms),
    .TermBits(PartBits), .ExponentBits(WindowExponentBits), .ZeroIsNegative(ZeroIsNegative),
    .IsSigned(LastSigned), .MagnitudeBits(LastBits), .ProductBits(ExactBits),
    .GuardBits(GuardBits), .FlagBits(FlagBits), .Adder(Adder), .InBits(AlignBits),
    .OutBits(AddBits), .CBits(CBits)
  ) u_add (.data_i(add_in), .addend_i(add_c), .data_o(add_d));
  logic [AddBits+CarryAccumulate-1:0] add_out, normalize_all;
  assign add_out =
      (AddBits+CarryAccumulate)'({add_d, add_c} >> (CBits-CarryAccumulate));
  assign normalize_in  = normalize_all[CarryAccumulate +: AddBits];
  assign normalize_c   = CBits'(normalize_all);
  stage_register #(.Width(AddBits + CarryAccumulate), .Cut(HasAdd != 0 && Cuts[AddIndex]))
  u_add_register (
    .clk_i, .rst_ni,
    .valid_i(add_valid), .ready_o(add_ready), .data_i(add_out),
    .valid_o(normalize_valid), .ready_i(normalize_ready), .data_o(normalize_all)
  );

  // normalize
  block_dot_normalize #(
    .Enable(HasAlign), .SumBits(TotalBits), .ExponentBits(WindowExponentBits),
    .TopExponent(TopExponent), .Precision(Precision), .InBits(AddBits), .OutBits(NormalizeBits)
  ) u_normalize (.data_i(normalize_in), .data_o(normalize_d));
  logic [NormalizeBits+CarryAccumulate-1:0] normalize_out, round_all;
  assign normalize_out =
      (NormalizeBits+CarryAccumulate)'({normalize_d, normalize_c} >> (CBits-CarryAccumulate));
  assign round_in  = round_all[CarryAccumulate +: NormalizeBits];
  assign round_c   = CBits'(round_all);
  stage_register #(.Width(NormalizeBits + CarryAccumulate), .Cut(HasAlign != 0 && Cuts[NormalizeIndex]))
  u_normalize_register (
    .clk_i, .rst_ni,
    .valid_i(normalize_valid), .ready_o(normalize_ready), .data_i(normalize_out),
    .valid_o(round_valid), .ready_i(round_ready), .data_o(round_all)
  );

  // round
  float_round #(
    .ExponentBits(NormalizedBits), .CExponentBits(CExponentBits), .CFractionBits(CFractionBits),
    .CSpecials(CSpecials), .Rounding(Rounding), .Overflow(Overflow)
  ) u_round (
    .sign_i(to_round[RoundedBits-1]), .exponent_i(to_round[5+Precision +: NormalizedBits]),
    .significand_i(to_round[5 +: Precision]), .guard_i(to_round[4]), .sticky_i(to_round[3]),
    .nan_i(to_round[2]), .infinity_i(to_round[1]), .infinity_sign_i(to_round[0]),
    .rounding_i('0), .z_o(rounded), .flags_o(unused_flags)
  );
  if (HasAlign != 0) begin : gen_round
    assign to_round = round_in;
    assign round_d  = rounded;
  end else begin : gen_no_round
    logic unused_rounded;
    assign to_round       = '0;
    assign round_d        = round_in;
    assign unused_rounded = ^rounded;
  end
  logic [RoundBits+CarryAccumulate-1:0] round_out, accumulate_all;
  assign round_out =
      (RoundBits+CarryAccumulate)'({round_d, round_c} >> (CBits-CarryAccumulate));
  assign accumulate_in  = accumulate_all[CarryAccumulate +: RoundBits];
  assign accumulate_c   = CBits'(accumulate_all);
  stage_register #(.Width(RoundBits + CarryAccumulate), .Cut(HasAlign != 0 && Cuts[RoundIndex]))
  u_round_register (
    .clk_i, .rst_ni,
    .valid_i(round_valid), .ready_o(round_ready), .data_i(round_out),
    .valid_o(accumulate_valid), .ready_i(accumulate_ready), .data_o(accumulate_all)
  );

  // accumulate
  block_dot_accumulate #(
    .Enable(HasAccumulate), .Fixed(Fixed), .CExponentBits(CExponentBits),
    .CFractionBits(CFractionBits), .CSpecials(CSpecials), .Rounding(Rounding),
    .Overflow(Overflow), .FlushInputs(FlushInputs), .FlushOutputs(FlushOutputs),
    .ProductBits(ExactBits), .GuardBits(GuardBits), .FlagBits(FlagBits),
    .Saturate(Saturate), .Adder(Adder), .InBits(RoundBits), .CBits(CBits)
  ) u_accumulate (.data_i(accumulate_in), .addend_i(accumulate_c), .data_o(accumulate_d));
  stage_register #(.Width(CBits), .Cut(HasAccumulate != 0 && Cuts[AccumulateIndex]))
  u_accumulate_register (
    .clk_i, .rst_ni,
    .valid_i(accumulate_valid), .ready_o(accumulate_ready), .data_i(accumulate_d),
    .valid_o, .ready_i, .data_o(z_o)
  );

endmodule
