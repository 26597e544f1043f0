// z = the values of a as one block: elements, microexponents if it has them, and the scale chosen.
// Twin of models/block_quantize/block_quantize_laws.h. Where the scale is a power of two, the stage
// divide is wires; bit i of Cuts puts a register after the i-th stage that there is.
// Long, but one file: six instances, and the words between them.
module block_quantize #(
  parameter  int unsigned Lanes              = 32,
  parameter  int unsigned AKind              = 3,
  parameter  int unsigned AWidth             = 32,
  parameter  int unsigned AExponentBits      = 8,
  parameter  int unsigned AFractionBits      = 23,
  parameter  int unsigned ASpecials          = 0,
  parameter  int unsigned AHasSign           = 1,
  parameter  int unsigned AHasSubnormals     = 1,
  parameter  int unsigned AHasZero           = 1,
  parameter  int unsigned ZKind              = 3,   // an element
  parameter  int unsigned ZWidth             = 4,
  parameter  int unsigned ZExponentBits      = 2,
  parameter  int unsigned ZFractionBits      = 1,
  parameter  int unsigned ZSpecials          = 2,
  parameter  int unsigned ZHasSign           = 1,
  parameter  int unsigned ZHasSubnormals     = 1,
  parameter  int unsigned ZHasZero           = 1,
  parameter  int unsigned Symmetric          = 1,
  parameter  int unsigned ScaleKind          = 3,
  parameter  int unsigned ScaleWidth         = 8,
  parameter  int unsigned ScaleExponentBits  = 8,
  parameter  int unsigned ScaleFractionBits  = 0,
  parameter  int unsigned ScaleSpecials      = 1,
  parameter  int unsigned ScaleHasSign       = 0,
  parameter  int unsigned ScaleHasSubnormals = 0,
  parameter  int unsigned ScaleHasZero       = 0,
  parameter  int unsigned ScaleIsExponent    = 0,
  parameter  int unsigned MicroLanes         = 0,   // of a sub-block; 0: there are none
  parameter  int unsigned MicroBits          = 0,
  parameter  int unsigned Rule               = 0,   // 0 floor, 1 ceil, 2 even, 3 rceil
  // int: from the largest value's biased exponent to the code, and from a value's exponent less the
  // code to its height; of scales that are no powers of two, to the heights of both quotients:
  // models/block_quantize/block_quantize_shape.h
  parameter  int unsigned CodeOffset         = 32'hffff_fffe,
  parameter  int unsigned HeightOffset       = 0,
  parameter  int unsigned InfiniteExponent   = 0,   // 0: infinity makes the scale a NaN
  parameter  int unsigned Rounding           = 0,
  parameter  int unsigned Overflow           = 1,
  parameter  int unsigned Cuts               = 0,
  localparam int unsigned SubBlocks          = (MicroLanes != 0) ? Lanes / MicroLanes : 1,
  localparam int unsigned ZBits              = Lanes * ZWidth + SubBlocks * MicroBits + ScaleWidth
) (
  input  logic                    clk_i,
  input  logic                    rst_ni,
  input  logic                    valid_i,
  output logic                    ready_o,
  input  logic [Lanes*AWidth-1:0] a_i,  // value 0 lowest
  input  logic                    b_i,  // unused
  output logic                    valid_o,
  input  logic                    ready_i,
  output logic [ZBits-1:0]        z_o
);

  // What is unpacked.
  localparam int unsigned HasNan = format_pkg::has_nan(ScaleKind, ScaleSpecials);
  localparam int FiniteField = block_quantize_pkg::greater(
      block_quantize_pkg::finite_field(AExponentBits, AFractionBits, ASpecials, AHasSign),
      $signed(InfiniteExponent));
  localparam int GreatestField = (HasNan != 0) ? (1 << AExponentBits) - 1 : FiniteField;
  localparam int unsigned ExponentBits    = format_pkg::bit_length(128'(GreatestField));
  localparam int unsigned Precision       =
      format_pkg::significand_bits(ZKind, ZWidth, ZFractionBits);
  localparam logic [63:0] Greatest = block_quantize_pkg::greatest_significand(
      ZKind, ZWidth, ZExponentBits, ZFractionBits, ZSpecials, ZHasSign);

  // A scale that is no power of two: of the largest value over the greatest element, and of values
  // over the scale, as many bits as their roundings look at.
  localparam int unsigned Divides = (ScaleIsExponent == 0
      && !(ScaleKind == format_pkg::KindFloating && ScaleFractionBits == 0)) ? 1 : 0;
  localparam int unsigned RatioDivisor      = block_quantize_pkg::odd_part(Greatest);
  localparam int unsigned RatioQuotientBits = block_quantize_pkg::quotient_bits(
      format_pkg::significand_bits(ScaleKind, ScaleWidth, ScaleFractionBits),
      1 + $signed(CodeOffset), AFractionBits);
  localparam int unsigned RatioDividendBits =
      RatioQuotientBits + format_pkg::bit_length(128'(RatioDivisor)) - 1;
  localparam int RatioTopHeight = block_quantize_pkg::greater(
      $signed(format_pkg::significand_bits(ScaleKind, ScaleWidth, ScaleFractionBits)),
      1 + $signed(CodeOffset));
  localparam int DivisorGreatest =
      format_pkg::normalized_greatest(ScaleKind, ScaleExponentBits);
  localparam int DivisorRange = DivisorGreatest - format_pkg::normalized_least(
      ScaleKind, ScaleWidth, ScaleFractionBits, ScaleHasSubnormals, 0);
  localparam int unsigned DivisorBits = format_pkg::significand_bits(
      ScaleKind, ScaleWidth, ScaleFractionBits);
  localparam int SubnormalHeight = 1 + $signed(HeightOffset) + DivisorRange;
  localparam int unsigned KeptBits = (ZKind == format_pkg::KindFloating)
      ? Precision : format_pkg::bit_length(128'(Greatest));
  localparam int unsigned QuotientBits = block_quantize_pkg::quotient_bits(
      KeptBits, SubnormalHeight, AFractionBits);

  // Infinity as a number is all ones: as many as tell its quotients, or its rounding, from others.
  localparam int unsigned LookedAtBits = (Divides == 0) ? Precision
      : format_pkg::maximum(RatioDividendBits, QuotientBits + DivisorBits - 1);
  localparam int unsigned SignificandBits =
      block_quantize_pkg::significand_bits(AFractionBits, InfiniteExponent, LookedAtBits);

  // The scale and its key.
  localparam int NanCode = $signed(32'(format_pkg::nan_magnitude(
      ScaleExponentBits, ScaleFractionBits, ScaleSpecials, ScaleHasSign)));
  localparam int LeastCode =
      (ScaleIsExponent != 0) ? -(1 << (ScaleWidth - 1)) : $signed(ScaleHasZero);
  localparam int GreatestCode = (ScaleIsExponent != 0)
      ? (1 << (ScaleWidth - 1)) - 1
      : $signed(32'(format_pkg::max_code(
            ScaleExponentBits, ScaleFractionBits, ScaleSpecials, ScaleHasSign)));
  localparam int MostMicro = (1 << MicroBits) - 1;
  localparam int unsigned ComparedBits =
      block_quantize_pkg::compared_bits(Rule, ZKind, ZFractionBits, Greatest);
  localparam logic [63:0] Compared = Greatest & ((64'd1 << ComparedBits) - 64'd1);
  localparam int unsigned Steps = block_quantize_pkg::steps(
      $signed(CodeOffset), LeastCode, MostMicro, AFractionBits);
  localparam int unsigned WantedBits      =
      (Divides != 0) ? RatioDividendBits - 1 : Steps + ComparedBits;
  localparam int unsigned KeyFractionBits =
      (WantedBits < SignificandBits - 1) ? WantedBits : SignificandBits - 1;
  localparam int unsigned KeyHasRest =
      (KeyFractionBits < SignificandBits - 1
       && (Divides != 0 || Rule == block_quantize_pkg::RuleCeil
           || Rule == block_quantize_pkg::RuleRceil || LeastCode != 0)) ? 1 : 0;
  localparam int unsigned KeyBits = ExponentBits + KeyFractionBits + KeyHasRest;

  // Heights under a power of two.
  localparam int Top   = $signed(HeightOffset) - $signed(CodeOffset);
  localparam int Above = block_quantize_pkg::greater(
      block_quantize_pkg::greater(0, FiniteField + $signed(CodeOffset) - GreatestCode),
      (HasNan != 0) ? GreatestField + $signed(CodeOffset) - NanCode : 0);
  localparam int ShiftedUnnormalized = block_quantize_pkg::lesser(
      1 + $signed(HeightOffset) - LeastCode + MostMicro, Top + Above + $signed(AFractionBits));
  localparam int ShiftedTop = block_quantize_pkg::greater(
      block_quantize_pkg::greater(Top, ShiftedUnnormalized), 0);

  // And of quotients, any of which may lack its hidden bit: by two above the greatest element's if
  // the scale is rounded down, more of subnormals and where it cannot follow.
  localparam int ElementTop = block_quantize_pkg::element_top(
      ZKind, ZExponentBits, ZFractionBits, ZSpecials, ZHasSign, ZHasSubnormals, Greatest);
  localparam int Unfollowed = (ScaleKind == format_pkg::KindFloating)
      ? DivisorGreatest - block_quantize_pkg::finite_field(
            ScaleExponentBits, ScaleFractionBits, ScaleSpecials, ScaleHasSign)
      : 0;
  localparam int Followed = block_quantize_pkg::greater(
      ElementTop + 2,
      block_quantize_pkg::lesser(SubnormalHeight, ElementTop + 2 + $signed(AFractionBits)));
  localparam int QuotientHeight = block_quantize_pkg::greater(
      block_quantize_pkg::greater(Followed, FiniteField + Unfollowed + $signed(HeightOffset)),
      (HasNan != 0) ? GreatestField + $signed(HeightOffset) : 0);

  localparam int UnnormalizedHeight = (Divides != 0) ? QuotientHeight : ShiftedUnnormalized;
  localparam int LeastHeight = 1 + $signed(HeightOffset)
      - ((Divides != 0) ? 0 : block_quantize_pkg::greater(GreatestCode, NanCode));
  localparam int GreatestHeight = (Divides != 0)
      ? QuotientHeight : block_quantize_pkg::greater(Top + Above, UnnormalizedHeight);
  localparam int TopHeight = (Divides != 0)
      ? block_quantize_pkg::greater($signed(format_pkg::bit_length(128'(Greatest))),
                                    SubnormalHeight)
      : ShiftedTop;
  localparam int unsigned ToInteger   = (ZKind == format_pkg::KindFloating) ? 0 : 1;
  localparam int unsigned ShiftedBits =
      (ToInteger != 0) ? 1 : format_pkg::unsigned_bits(
          block_quantize_pkg::greater(((Divides != 0) ? QuotientHeight : Top + Above) + 2, 1));
  localparam int unsigned DividedExponentBits = (Divides != 0)
      ? format_pkg::bit_length(128'(unsigned'(GreatestField + DivisorRange))) : ExponentBits;
  localparam int unsigned DividedBits = (Divides != 0) ? QuotientBits + 1 : SignificandBits;

  // The concatenations that registers hold, most significant first:
  //   unpack   sign exponent significand nan
  //   largest  sign exponent significand nan key micro_key
  //   scale    sign exponent significand clear code micro
  //   divide   the same, of other widths
  //   shift    sign exponent significand guard sticky clear code micro
  //   round    z
  localparam int unsigned LaneBits    = 1 + ExponentBits + SignificandBits;
  localparam int unsigned ValueBits   = Lanes * LaneBits;
  localparam int unsigned MicroKeys   = (MicroLanes != 0) ? SubBlocks * KeyBits : 0;
  localparam int unsigned MicroCodes  = SubBlocks * MicroBits;
  localparam int unsigned MicroPorts  = (MicroBits > 0) ? MicroCodes : 1;
  localparam int unsigned ChosenBits  = 1 + ScaleWidth + MicroCodes;
  localparam int unsigned UnpackBits  = ValueBits + 1;
  localparam int unsigned LargestBits = ValueBits + 1 + KeyBits + MicroKeys;
  localparam int unsigned ScaleBits   = ValueBits + ChosenBits;
  localparam int unsigned DivideBits  =
      Lanes * (1 + DividedExponentBits + DividedBits) + ChosenBits;
  localparam int unsigned PlacedBits  = Lanes * (1 + ShiftedBits + Precision + 2);
  localparam int unsigned ShiftBits   = PlacedBits + ChosenBits;

  localparam int unsigned ShiftIndex = 3 + Divides;
  localparam int unsigned RoundIndex = ShiftIndex + 1;

  logic unpack_valid, largest_valid, scale_valid, divide_valid, shift_valid, round_valid;
  logic largest_ready, scale_ready, divide_ready, shift_ready, round_ready;

  logic [UnpackBits-1:0]  unpack_d, largest_in;
  logic [LargestBits-1:0] largest_d, scale_in;
  logic [ScaleBits-1:0]   scale_d, divide_in;
  logic [DivideBits-1:0]  divide_d, shift_in;
  logic [ShiftBits-1:0]   shift_d, round_in;
  logic [ZBits-1:0]       round_d;

  // unpack
  assign unpack_valid = valid_i;
  block_quantize_unpack #(
    .Lanes(Lanes), .AWidth(AWidth), .AExponentBits(AExponentBits), .AFractionBits(AFractionBits),
    .ASpecials(ASpecials), .ExponentBits(ExponentBits), .SignificandBits(SignificandBits),
    .HasNan(HasNan), .InfiniteExponent(InfiniteExponent)
  ) u_unpack (
    .a_i,
    .sign_o(unpack_d[UnpackBits-1 -: Lanes]),
    .exponent_o(unpack_d[1 + Lanes*SignificandBits +: Lanes*ExponentBits]),
    .significand_o(unpack_d[1 +: Lanes*SignificandBits]), .nan_o(unpack_d[0])
  );
  stage_register #(.Width(UnpackBits), .Cut(Cuts[0])) u_unpack_register (
    .clk_i, .rst_ni,
    .valid_i(unpack_valid), .ready_o, .data_i(unpack_d),
    .valid_o(largest_valid), .ready_i(largest_ready), .data_o(largest_in)
  );

  // largest
  logic [KeyBits-1:0]           key;
  logic [SubBlocks*KeyBits-1:0] micro_key;
  block_quantize_largest #(
    .Lanes(Lanes), .ExponentBits(ExponentBits), .SignificandBits(SignificandBits),
    .KeyFractionBits(KeyFractionBits), .KeyHasRest(KeyHasRest), .MicroLanes(MicroLanes)
  ) u_largest (
    .exponent_i(largest_in[1 + Lanes*SignificandBits +: Lanes*ExponentBits]),
    .significand_i(largest_in[1 +: Lanes*SignificandBits]),
    .key_o(key), .micro_key_o(micro_key)
  );
  assign largest_d = LargestBits'({largest_in, key, micro_key} >> (SubBlocks*KeyBits - MicroKeys));
  stage_register #(.Width(LargestBits), .Cut(Cuts[1])) u_largest_register (
    .clk_i, .rst_ni,
    .valid_i(largest_valid), .ready_o(largest_ready), .data_i(largest_d),
    .valid_o(scale_valid), .ready_i(scale_ready), .data_o(scale_in)
  );

  // scale
  logic [ScaleWidth-1:0] code;
  logic [MicroPorts-1:0] micro;
  logic                  clear;
  block_quantize_scale #(
    .ExponentBits(ExponentBits), .KeyFractionBits(KeyFractionBits), .KeyHasRest(KeyHasRest),
    .Steps(Steps), .Rule(Rule), .ComparedBits(ComparedBits), .Compared(Compared),
    .CodeOffset($signed(CodeOffset)), .LeastCode(LeastCode), .GreatestCode(GreatestCode),
    .NanCode(NanCode), .CanBeZero((ScaleIsExponent == 0) ? ScaleHasZero : 0), .Divides(Divides),
    .Divisor(RatioDivisor), .QuotientBits(RatioQuotientBits), .TopHeight(RatioTopHeight),
    .GreatestHeight(GreatestField + $signed(CodeOffset)), .ScaleKind(ScaleKind),
    .ScaleBits(ScaleWidth), .ScaleExponentBits(ScaleExponentBits),
    .ScaleFractionBits(ScaleFractionBits), .ScaleSpecials(ScaleSpecials),
    .ScaleHasSign(ScaleHasSign), .ScaleHasSubnormals(ScaleHasSubnormals),
    .ScaleHasZero(ScaleHasZero), .SubBlocks(SubBlocks), .MicroBits(MicroBits)
  ) u_scale (
    .nan_i(scale_in[MicroKeys + KeyBits]), .key_i(scale_in[MicroKeys +: KeyBits]),
    .micro_key_i(scale_in[SubBlocks*KeyBits-1:0]),  // the block's key, where there are none
    .clear_o(clear), .code_o(code), .micro_o(micro)
  );
  assign scale_d = ScaleBits'({scale_in[LargestBits-1 -: ValueBits], clear, code, micro}
                              >> (MicroPorts - MicroCodes));
  stage_register #(.Width(ScaleBits), .Cut(Cuts[2])) u_scale_register (
    .clk_i, .rst_ni,
    .valid_i(scale_valid), .ready_o(scale_ready), .data_i(scale_d),
    .valid_o(divide_valid), .ready_i(divide_ready), .data_o(divide_in)
  );

  // divide
  assign divide_d[DivideBits-1 -: Lanes] = divide_in[ScaleBits-1 -: Lanes];
  assign divide_d[ChosenBits-1:0]        = divide_in[ChosenBits-1:0];
  block_quantize_divide #(
    .Enable(Divides), .Lanes(Lanes), .ExponentBits(ExponentBits),
    .SignificandBits(SignificandBits), .ScaleKind(ScaleKind), .ScaleBits(ScaleWidth),
    .ScaleExponentBits(ScaleExponentBits), .ScaleFractionBits(ScaleFractionBits),
    .ScaleSpecials(ScaleSpecials), .ScaleHasSign(ScaleHasSign),
    .ScaleHasSubnormals(ScaleHasSubnormals), .ScaleHasZero(ScaleHasZero),
    .OutExponentBits(DividedExponentBits), .OutSignificandBits(DividedBits)
  ) u_divide (
    .exponent_i(divide_in[ChosenBits + Lanes*SignificandBits +: Lanes*ExponentBits]),
    .significand_i(divide_in[ChosenBits +: Lanes*SignificandBits]),
    .clear_i(divide_in[ChosenBits-1]), .code_i(divide_in[MicroCodes +: ScaleWidth]),
    .exponent_o(divide_d[ChosenBits + Lanes*DividedBits +: Lanes*DividedExponentBits]),
    .significand_o(divide_d[ChosenBits +: Lanes*DividedBits])
  );
  stage_register #(.Width(DivideBits), .Cut(Divides != 0 && Cuts[3])) u_divide_register (
    .clk_i, .rst_ni,
    .valid_i(divide_valid), .ready_o(divide_ready), .data_i(divide_d),
    .valid_o(shift_valid), .ready_i(shift_ready), .data_o(shift_in)
  );

  // shift
  assign shift_d[ShiftBits-1 -: Lanes] = shift_in[DivideBits-1 -: Lanes];
  assign shift_d[ChosenBits-1:0]       = shift_in[ChosenBits-1:0];
  block_quantize_shift #(
    .Lanes(Lanes), .ExponentBits(DividedExponentBits), .SignificandBits(DividedBits),
    .ScaleBits(ScaleWidth), .ScaleIsExponent(ScaleIsExponent), .Divides(Divides),
    .MicroLanes(MicroLanes), .MicroBits(MicroBits), .HeightOffset($signed(HeightOffset)),
    .LeastHeight(LeastHeight),
    .GreatestHeight(GreatestHeight), .UnnormalizedHeight(UnnormalizedHeight),
    .ToInteger(ToInteger), .ZHasSubnormals(ZHasSubnormals), .Precision(Precision),
    .TopHeight(TopHeight), .ShiftedBits(ShiftedBits)
  ) u_shift (
    .exponent_i(shift_in[ChosenBits + Lanes*DividedBits +: Lanes*DividedExponentBits]),
    .significand_i(shift_in[ChosenBits +: Lanes*DividedBits]),
    .code_i(shift_in[MicroCodes +: ScaleWidth]),
    .micro_i(shift_in[MicroPorts-1:0]),  // any bit, where there are none
    .exponent_o(shift_d[ChosenBits + Lanes*(Precision+2) +: Lanes*ShiftedBits]),
    .significand_o(shift_d[ChosenBits + Lanes*2 +: Lanes*Precision]),
    .guard_o(shift_d[ChosenBits + Lanes +: Lanes]), .sticky_o(shift_d[ChosenBits +: Lanes])
  );
  stage_register #(.Width(ShiftBits), .Cut(Cuts[ShiftIndex])) u_shift_register (
    .clk_i, .rst_ni,
    .valid_i(shift_valid), .ready_o(shift_ready), .data_i(shift_d),
    .valid_o(round_valid), .ready_i(round_ready), .data_o(round_in)
  );

  // round
  block_quantize_round #(
    .Lanes(Lanes), .ShiftedBits(ShiftedBits), .Precision(Precision), .ZKind(ZKind),
    .ZWidth(ZWidth), .ZExponentBits(ZExponentBits), .ZFractionBits(ZFractionBits),
    .ZSpecials(ZSpecials), .ZHasSign(ZHasSign), .ZHasSubnormals(ZHasSubnormals),
    .ZHasZero(ZHasZero), .Symmetric(Symmetric), .Rounding(Rounding), .Overflow(Overflow),
    .ScaleBits(ScaleWidth), .SubBlocks(SubBlocks), .MicroBits(MicroBits)
  ) u_round (
    .sign_i(round_in[ShiftBits-1 -: Lanes]),
    .exponent_i(round_in[ChosenBits + Lanes*(Precision+2) +: Lanes*ShiftedBits]),
    .significand_i(round_in[ChosenBits + Lanes*2 +: Lanes*Precision]),
    .guard_i(round_in[ChosenBits + Lanes +: Lanes]), .sticky_i(round_in[ChosenBits +: Lanes]),
    .clear_i(round_in[ChosenBits-1]), .code_i(round_in[MicroCodes +: ScaleWidth]),
    .micro_i(round_in[MicroPorts-1:0]), .z_o(round_d)
  );
  stage_register #(.Width(ZBits), .Cut(Cuts[RoundIndex])) u_round_register (
    .clk_i, .rst_ni,
    .valid_i(round_valid), .ready_o(round_ready), .data_i(round_d),
    .valid_o, .ready_i, .data_o(z_o)
  );

  logic unused_inputs;
  assign unused_inputs = &{1'b0, b_i, AKind[0], AHasSubnormals[0], AHasZero[0],
                           ScaleHasSubnormals[0]};

endmodule
