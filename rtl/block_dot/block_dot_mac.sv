// block_dot with its accumulator: z += the sum of a*b, or z = that sum where clear_i. The stages of
// block_dot, the last ones in a loop: see models/common/cycle_model.h for what the ports show in each
// cycle. A beat travels with a tag: before the loop that it clears, within it that it has operands.
// Long for one file, but only instances and what they are wired with.
module block_dot_mac #(
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
  input  logic                 clear_i,
  input  logic [AInBits-1:0]   a_i,
  input  logic [BInBits-1:0]   b_i,
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

  // The loop begins where the accumulator joins in.
  localparam int unsigned LoopAlign      = (HasAlign != 0 && Joined != 0) ? 1 : 0;
  localparam int unsigned LoopAdd        = (LoopAlign != 0 || Fixed != 0) ? 1 : 0;
  localparam int unsigned EntersAdd      = (LoopAdd != 0 && LoopAlign == 0) ? 1 : 0;
  localparam int unsigned EntersAccumulate = (LoopAdd == 0) ? 1 : 0;
  // What adds nothing: terms of -0, or +0 where a sum of both is -0; the code of the same.
  localparam logic Minus = (Fixed == 0 && ZeroIsNegative == 0);
  localparam logic MinusCode = Minus && CSpecials != format_pkg::SpecialsNegativeZeroNan
                               && CSpecials != format_pkg::SpecialsExtended;
  localparam logic [TreeBits-1:0]  IdleTerms =
      {{LastTerms{Minus}}, {(TreeBits-LastTerms){1'b0}}};
  localparam logic [RoundBits-1:0] IdleCode  = {MinusCode, {(RoundBits-1){1'b0}}};

  // ready of the register after a stage
  logic multiply_back, reduce_back, scale_back, gather_back, level_back, tree_back, align_back;
  logic add_back, normalize_back, round_back;
  /* verilator lint_off UNUSEDSIGNAL */  // for who looks at stages
  logic lookup_valid, unpack_valid, multiply_valid, reduce_valid, scale_valid, gather_valid;
  logic level_valid;
  logic tree_valid, align_valid, add_valid, normalize_valid, round_valid, accumulate_valid;
  /* verilator lint_on UNUSEDSIGNAL */
  // a beat is there
  logic multiply_filled, reduce_filled, scale_filled, gather_filled, level_filled, tree_filled;
  logic align_filled, add_filled, normalize_filled, round_filled, accumulate_filled;
  logic unpack_ready, multiply_ready, reduce_ready, scale_ready, gather_ready, level_ready;
  logic tree_ready;
  logic align_ready, add_ready, normalize_ready, round_ready, accumulate_ready;
  // its tag, as it came
  logic multiply_came, reduce_came, scale_came, gather_came, level_came, tree_came, align_came;
  logic add_came, normalize_came, round_came, accumulate_came;
  // and as it goes on
  logic unpack_tag, multiply_tag, reduce_tag, scale_tag, gather_tag, level_tag, tree_tag;
  logic align_tag, add_tag, normalize_tag, round_tag, accumulate_tag;
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
  logic [TreeBits-1:0]  align_all;
  logic [AlignBits-1:0] add_all;
  logic [RoundBits-1:0] accumulate_all;
  logic [CBits-1:0]     align_c, add_c, accumulate_c;
  logic                 turn, filled, active, unused_ready;

  localparam int unsigned FloatBits   = 1 + CExponentBits + CFractionBits;
  localparam int unsigned RoundedBits = 1 + NormalizedBits + Precision + 5;

  logic [RoundedBits-1:0] to_round;
  logic [FloatBits-1:0]   rounded, align_addend;
  logic                   unused_flags, unused_align_c;

  // An accumulator in fixed point joins in later than a floating one might.
  assign align_addend   = FloatBits'(align_c);
  assign unused_align_c = ^align_c;

  // The loop turns in every cycle but those in which a result waits to be taken.
  assign turn = ready_i || !valid_o;

  assign lookup_valid = valid_i;

  // lookup
  block_dot_lookup #(
    .Lanes(Lanes), .AWidth(AWidth), .ACodeBits(ACodeBits), .ARestBits(ARestBits),
    .BWidth(BWidth), .BCodeBits(BCodeBits), .BRestBits(BRestBits)
  ) u_lookup (.a_i, .b_i, .data_o(lookup_d));
  stage_register #(.Width(LookupBits + 1), .Cut(HasLookup != 0 && Cuts[0]))
  u_lookup_register (
    .clk_i, .rst_ni,
    .valid_i(valid_i), .ready_o, .data_i({lookup_d, clear_i}),
    .valid_o(unpack_valid), .ready_i(unpack_ready), .data_o({unpack_in, unpack_tag})
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
  stage_register #(.Width(UnpackBits + 1), .Cut(Cuts[UnpackIndex]))
  u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o(unpack_ready), .data_i({unpack_d, unpack_tag}),
    .valid_o(multiply_filled), .ready_i(multiply_ready), .data_o({multiply_in, multiply_came})
  );

  // multiply
  assign multiply_tag   = multiply_came;
  assign multiply_valid = multiply_filled;
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
  stage_register #(.Width(MultiplyBits + 1), .Cut(Cuts[MultiplyIndex]))
  u_multiply_register (
    .clk_i, .rst_ni,
    .valid_i(multiply_filled), .ready_o(multiply_back), .data_i({multiply_d, multiply_tag}),
    .valid_o(reduce_filled), .ready_i(reduce_ready), .data_o({reduce_in, reduce_came})
  );
  assign multiply_ready = multiply_back;

  // reduce
  assign reduce_tag   = reduce_came;
  assign reduce_valid = reduce_filled;
  block_dot_reduce #(
    .Enable(HasReduce), .Lanes(Lanes), .Groups(Groups), .IntegerLanes(IntegerLanes),
    .ZeroBits(ZeroBits), .ZeroIsNegative(ZeroIsNegative), .ExponentBits(ProductExponentBits),
    .SignificandBits(ABits + BBits), .LeastExponent(LeastExponent), .ProductBits(ProductBits),
    .FlagBits(FlagBits), .Lifts(Lifts), .LiftBits(LiftBits), .MostLift(MostMicro),
    .ScalesBits(ScalesBits), .IsSigned(SumSigned), .MagnitudeBits(SumBits), .Adder(Adder),
    .InBits(MultiplyBits), .OutBits(ReduceBits)
  ) u_reduce (.data_i(reduce_in), .data_o(reduce_d));
  stage_register #(.Width(ReduceBits + 1), .Cut(HasReduce != 0 && Cuts[ReduceIndex]))
  u_reduce_register (
    .clk_i, .rst_ni,
    .valid_i(reduce_filled), .ready_o(reduce_back), .data_i({reduce_d, reduce_tag}),
    .valid_o(scale_filled), .ready_i(scale_ready), .data_o({scale_in, scale_came})
  );
  assign reduce_ready = reduce_back;

  // scale
  assign scale_tag   = scale_came;
  assign scale_valid = scale_filled;
  block_dot_scale #(
    .Enable(HasScale), .Reduced(HasReduce), .Terms(ScaledTerms), .Groups(Groups),
    .TermExponentBits((HasReduce != 0) ? 0 : ProductExponentBits), .TermBits(TermBits),
    .FlagBits(FlagBits), .Lifts(Lifts), .LiftBits(LiftBits),
    .ScaleExponentBits(ScaleExponentBits), .FactorBits(FactorBits), .NanBits(NanBits),
    .ExponentBits(ScaledExponentBits), .Multiplier(Multiplier), .Adder(Adder),
    .InBits(ReduceBits), .OutBits(ScaleBits)
  ) u_scale (.data_i(scale_in), .data_o(scale_d));
  stage_register #(.Width(ScaleBits + 1), .Cut(HasScale != 0 && Cuts[ScaleIndex]))
  u_scale_register (
    .clk_i, .rst_ni,
    .valid_i(scale_filled), .ready_o(scale_back), .data_i({scale_d, scale_tag}),
    .valid_o(gather_filled), .ready_i(gather_ready), .data_o({gather_in, gather_came})
  );
  assign scale_ready = scale_back;

  // gather
  assign gather_tag   = gather_came;
  assign gather_valid = gather_filled;
  block_dot_gather #(
    .Enable(HasGather), .Terms(ScaledTerms), .ExponentBits(ScaledExponentBits),
    .TermBits(ScaledBits), .FlagBits(FlagBits), .LeastExponent(GatherLeast),
    .ZeroIsNegative(ZeroIsNegative), .IsSigned(GatherSigned), .MagnitudeBits(GatheredBits),
    .Adder(Adder), .InBits(ScaleBits), .OutBits(GatherBits)
  ) u_gather (.data_i(gather_in), .data_o(gather_d));
  stage_register #(.Width(GatherBits + 1), .Cut(HasGather != 0 && Cuts[GatherIndex]))
  u_gather_register (
    .clk_i, .rst_ni,
    .valid_i(gather_filled), .ready_o(gather_back), .data_i({gather_d, gather_tag}),
    .valid_o(level_filled), .ready_i(level_ready), .data_o({level_in, level_came})
  );
  assign gather_ready = gather_back;

  // level
  assign level_tag   = level_came;
  assign level_valid = level_filled;
  block_dot_level #(
    .Enable(HasLevel), .TermExponentBits(BeforeLevelBits), .MagnitudeBits(LastBits),
    .Bias(LevelBias), .FlagBits(FlagBits), .ExponentBits(LastExponentBits), .InBits(GatherBits),
    .OutBits(LevelBits)
  ) u_level (.data_i(level_in), .data_o(level_d));
  stage_register #(.Width(LevelBits + 1), .Cut(HasLevel != 0 && Cuts[LevelIndex]))
  u_level_register (
    .clk_i, .rst_ni,
    .valid_i(level_filled), .ready_o(level_back), .data_i({level_d, level_tag}),
    .valid_o(tree_filled), .ready_i(tree_ready), .data_o({tree_in, tree_came})
  );
  assign level_ready = level_back;

  // tree
  assign tree_tag   = tree_came;
  assign tree_valid = tree_filled;
  block_dot_tree #(
    .Enable(HasTree), .Terms(LastTerms), .TermExponentBits(LastExponentBits),
    .MagnitudeBits(LastBits), .TermFractionBits(TermFractionBits), .FlagBits(FlagBits),
    .Offset(Offset), .IntegerBits(IntegerBits), .FractionBits(FractionBits),
    .ExponentBits(WindowExponentBits), .CExponentBits(CExponentBits),
    .CFractionBits(CFractionBits), .CSpecials(CSpecials), .ZeroIsNegative(ZeroIsNegative),
    .Rounding(Rounding), .Overflow(Overflow), .FlushInputs(FlushInputs),
    .FlushOutputs(FlushOutputs), .Adder(Adder), .InBits(LevelBits), .OutBits(TreeBits)
  ) u_tree (.data_i(tree_in), .data_o(tree_d));
  stage_register #(.Width(TreeBits + 1), .Cut(HasTree != 0 && Cuts[TreeIndex]))
  u_tree_register (
    .clk_i, .rst_ni,
    .valid_i(tree_filled), .ready_o(tree_back), .data_i({tree_d, tree_tag}),
    .valid_o(align_filled), .ready_i(align_ready), .data_o({align_all, align_came})
  );
  assign tree_ready = tree_back;

  // align
  if (LoopAlign != 0) begin : gen_enter_align
    loop_entry #(.Width(TreeBits), .WordBits(CBits), .IdleValue(IdleTerms)) u_loop_entry (
      .valid_i(align_filled), .clear_i(align_came), .data_i(align_all), .filled_i(filled),
      .accumulator_i(z_o), .data_o(align_in), .addend_o(align_c)
    );
    assign align_tag   = align_filled;
    assign align_valid = align_filled;
  end else begin : gen_pass_align
    assign align_in    = align_all;
    assign align_c     = '0;
    assign align_tag   = align_came;
    assign align_valid = align_filled && (LoopAlign == 0 || align_came);
  end
  block_dot_align #(
    .Enable(HasAlign), .Terms(LastTerms), .Joined(Joined), .Leveled(HasLevel), .Sticky(Sticky),
    .TermExponentBits(LastExponentBits), .MagnitudeBits(LastBits),
    .TermFractionBits(TermFractionBits), .FlagBits(FlagBits), .Offset(Offset),
    .IntegerBits(IntegerBits), .FractionBits(FractionBits), .ExponentBits(WindowExponentBits),
    .CExponentBits(CExponentBits), .CFractionBits(CFractionBits), .CSpecials(CSpecials),
    .InBits(TreeBits), .OutBits(AlignBits)
  ) u_align (.data_i(align_in), .addend_i(align_addend), .data_o(align_d));
  stage_register #(.Width(AlignBits + 1), .Cut(HasAlign != 0 && Cuts[AlignIndex]))
  u_align_register (
    .clk_i, .rst_ni,
    .valid_i((LoopAlign != 0) || align_filled), .ready_o(align_back), .data_i({align_d, align_tag}),
    .valid_o(add_filled), .ready_i(add_ready), .data_o({add_all, add_came})
  );
  assign align_ready = (LoopAlign != 0) ? turn : align_back;

  // add
  if (EntersAdd != 0) begin : gen_enter_add
    loop_entry #(.Width(AlignBits), .WordBits(CBits), .IdleValue('0)) u_loop_entry (
      .valid_i(add_filled), .clear_i(add_came), .data_i(add_all), .filled_i(filled),
      .accumulator_i(z_o), .data_o(add_in), .addend_o(add_c)
    );
    assign add_tag   = add_filled;
    assign add_valid = add_filled;
  end else begin : gen_pass_add
    assign add_in    = add_all;
    assign add_c     = '0;
    assign add_tag   = add_came;
    assign add_valid = add_filled && (LoopAdd == 0 || add_came);
  end
  block_dot_add #(
    .Enable((Fixed != 0 || HasAlign != 0) ? 1 : 0), .Fixed(Fixed), .Terms(AllTerms),
    .TermBits(PartBits), .ExponentBits(WindowExponentBits), .ZeroIsNegative(ZeroIsNegative),
    .IsSigned(LastSigned), .MagnitudeBits(LastBits), .ProductBits(ExactBits),
    .GuardBits(GuardBits), .FlagBits(FlagBits), .Adder(Adder), .InBits(AlignBits),
    .OutBits(AddBits), .CBits(CBits)
  ) u_add (.data_i(add_in), .addend_i(add_c), .data_o(add_d));
  stage_register #(.Width(AddBits + 1), .Cut(HasAdd != 0 && Cuts[AddIndex]))
  u_add_register (
    .clk_i, .rst_ni,
    .valid_i((EntersAdd != 0) || add_filled), .ready_o(add_back), .data_i({add_d, add_tag}),
    .valid_o(normalize_filled), .ready_i(normalize_ready), .data_o({normalize_in, normalize_came})
  );
  assign add_ready = (LoopAdd != 0) ? turn : add_back;

  // normalize
  assign normalize_tag   = normalize_came;
  assign normalize_valid = normalize_filled && (LoopAdd == 0 || normalize_came);
  block_dot_normalize #(
    .Enable(HasAlign), .SumBits(TotalBits), .ExponentBits(WindowExponentBits),
    .TopExponent(TopExponent), .Precision(Precision), .InBits(AddBits), .OutBits(NormalizeBits)
  ) u_normalize (.data_i(normalize_in), .data_o(normalize_d));
  stage_register #(.Width(NormalizeBits + 1), .Cut(HasAlign != 0 && Cuts[NormalizeIndex]))
  u_normalize_register (
    .clk_i, .rst_ni,
    .valid_i(normalize_filled), .ready_o(normalize_back), .data_i({normalize_d, normalize_tag}),
    .valid_o(round_filled), .ready_i(round_ready), .data_o({round_in, round_came})
  );
  assign normalize_ready = (LoopAdd != 0) ? turn : normalize_back;

  // round
  assign round_tag   = round_came;
  assign round_valid = round_filled && (LoopAdd == 0 || round_came);
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
  stage_register #(.Width(RoundBits + 1), .Cut(HasAlign != 0 && Cuts[RoundIndex]))
  u_round_register (
    .clk_i, .rst_ni,
    .valid_i(round_filled), .ready_o(round_back), .data_i({round_d, round_tag}),
    .valid_o(accumulate_filled), .ready_i(accumulate_ready), .data_o({accumulate_all, accumulate_came})
  );
  assign round_ready = (LoopAdd != 0) ? turn : round_back;

  // accumulate
  if (EntersAccumulate != 0) begin : gen_enter_accumulate
    loop_entry #(.Width(RoundBits), .WordBits(CBits), .IdleValue(IdleCode)) u_loop_entry (
      .valid_i(accumulate_filled), .clear_i(accumulate_came), .data_i(accumulate_all), .filled_i(filled),
      .accumulator_i(z_o), .data_o(accumulate_in), .addend_o(accumulate_c)
    );
    assign accumulate_tag   = accumulate_filled;
    assign accumulate_valid = accumulate_filled;
  end else begin : gen_pass_accumulate
    assign accumulate_in    = accumulate_all;
    assign accumulate_c     = '0;
    assign accumulate_tag   = accumulate_came;
    assign accumulate_valid = accumulate_filled && (1 == 0 || accumulate_came);
  end
  block_dot_accumulate #(
    .Enable(HasAccumulate), .Fixed(Fixed), .CExponentBits(CExponentBits),
    .CFractionBits(CFractionBits), .CSpecials(CSpecials), .Rounding(Rounding),
    .Overflow(Overflow), .FlushInputs(FlushInputs), .FlushOutputs(FlushOutputs),
    .ProductBits(ExactBits), .GuardBits(GuardBits), .FlagBits(FlagBits),
    .Saturate(Saturate), .Adder(Adder), .InBits(RoundBits), .CBits(CBits)
  ) u_accumulate (.data_i(accumulate_in), .addend_i(accumulate_c), .data_o(accumulate_d));
  assign accumulate_ready = turn;
  stage_register #(.Width(CBits + 1), .Cut(1'b1)) u_accumulator_register (
    .clk_i, .rst_ni,
    .valid_i((EntersAccumulate != 0) || accumulate_filled), .ready_o(unused_ready),
    .data_i({accumulate_d, accumulate_tag}),
    .valid_o(filled), .ready_i(turn), .data_o({z_o, active})
  );
  assign valid_o = filled && active;

endmodule
