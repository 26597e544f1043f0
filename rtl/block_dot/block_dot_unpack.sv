// All lanes' elements and all groups' scales as fields. Twin of models/block_dot/block_dot_unpack.h.
//
//   floating lanes  | a sign exponent significand nan infinity | the same of b | a scales | b scales |
//   integer lanes   | negate a b zero_sign                                     | a scales | b scales |
//   scales          | exponent factor nan microexponents |     what there is of them
//
// Each field of all lanes, lane 0 lowest.
module block_dot_unpack #(
  parameter int unsigned Lanes             = 4,
  parameter int unsigned Groups            = 1,
  parameter int unsigned IntegerLanes      = 0,
  parameter int unsigned HasZeroSign       = 0,   // integer lanes whose sum is rounded
  parameter int unsigned ZeroIsNegative    = 0,
  parameter int unsigned AKind             = 3,
  parameter int unsigned AWidth            = 8,
  parameter int unsigned AExponentBits     = 4,
  parameter int unsigned AFractionBits     = 3,
  parameter int unsigned ASpecials         = 0,
  parameter int unsigned AHasSign          = 1,
  parameter int unsigned AHasSubnormals    = 1,
  parameter int unsigned AHasZero          = 1,
  parameter int unsigned BKind             = 3,
  parameter int unsigned BWidth            = 8,
  parameter int unsigned BExponentBits     = 4,
  parameter int unsigned BFractionBits     = 3,
  parameter int unsigned BSpecials         = 0,
  parameter int unsigned BHasSign          = 1,
  parameter int unsigned BHasSubnormals    = 1,
  parameter int unsigned BHasZero          = 1,
  parameter int unsigned FlushInputs       = 0,   // elements that are subnormal count as zero
  parameter int unsigned AScaling          = 0,
  parameter int unsigned AScales           = 0,
  parameter int unsigned AScaleKind        = 3,
  parameter int unsigned AScaleWidth       = 8,
  parameter int unsigned AScaleExponentBits  = 8,
  parameter int unsigned AScaleFractionBits  = 0,
  parameter int unsigned AScaleSpecials      = 1,
  parameter int unsigned AScaleHasSign       = 0,
  parameter int unsigned AScaleHasSubnormals = 0,
  parameter int unsigned AScaleHasZero       = 0,
  parameter int unsigned AMicroBits        = 0,   // of all microexponents together
  parameter int unsigned BScaling          = 0,
  parameter int unsigned BScales           = 0,
  parameter int unsigned BScaleKind        = 3,
  parameter int unsigned BScaleWidth       = 8,
  parameter int unsigned BScaleExponentBits  = 8,
  parameter int unsigned BScaleFractionBits  = 0,
  parameter int unsigned BScaleSpecials      = 1,
  parameter int unsigned BScaleHasSign       = 0,
  parameter int unsigned BScaleHasSubnormals = 0,
  parameter int unsigned BScaleHasZero       = 0,
  parameter int unsigned BMicroBits        = 0,
  parameter int unsigned AWordBits         = 32,
  parameter int unsigned BWordBits         = 32,
  parameter int unsigned AFieldBits        = 0,   // of what is made of its scales
  parameter int unsigned BFieldBits        = 0,
  parameter int unsigned OutBits           = 80
) (
  input  logic [AWordBits-1:0] a_i,
  input  logic [BWordBits-1:0] b_i,
  output logic [OutBits-1:0]   data_o
);

  localparam int unsigned ScalesBits = AFieldBits + BFieldBits;
  localparam int unsigned ZeroBits   = (HasZeroSign != 0) ? Groups : 0;

  if (IntegerLanes != 0) begin : gen_integers
    localparam int unsigned Signed = integer_pkg::is_signed(AKind, BKind);
    localparam int unsigned ABits  = integer_pkg::factor_bits(AKind, AWidth, Signed);
    localparam int unsigned BBits  = integer_pkg::factor_bits(BKind, BWidth, Signed);
    localparam int unsigned BPlace = ScalesBits + ZeroBits;
    localparam int unsigned APlace = BPlace + Lanes * BBits;
    localparam int unsigned NPlace = APlace + Lanes * ABits;

    for (genvar i = 0; i < Lanes; i++) begin : gen_lane
      integer_unpack #(.AKind(AKind), .AWidth(AWidth), .BKind(BKind), .BWidth(BWidth)) u_unpack (
        .a_i(a_i[i*AWidth +: AWidth]), .b_i(b_i[i*BWidth +: BWidth]),
        .negate_o(data_o[NPlace + i]), .a_o(data_o[APlace + i*ABits +: ABits]),
        .b_o(data_o[BPlace + i*BBits +: BBits])
      );
    end
    if (HasZeroSign != 0) begin : gen_zero_sign
      localparam int unsigned GroupLanes = Lanes / Groups;
      logic [Lanes-1:0] sign;
      for (genvar i = 0; i < Lanes; i++) begin : gen_sign
        assign sign[i] = (AKind != format_pkg::KindUnsigned && a_i[i*AWidth + AWidth - 1])
                       ^ (BKind != format_pkg::KindUnsigned && b_i[i*BWidth + BWidth - 1]);
      end
      for (genvar g = 0; g < Groups; g++) begin : gen_group
        assign data_o[ScalesBits + g] =
            (ZeroIsNegative != 0) ? |sign[g*GroupLanes +: GroupLanes]
                                  : &sign[g*GroupLanes +: GroupLanes];
      end
    end
  end else begin : gen_floats
    localparam int unsigned AField = format_pkg::field_bits(AKind, AExponentBits);
    localparam int unsigned BField = format_pkg::field_bits(BKind, BExponentBits);
    localparam int unsigned ABits  = format_pkg::significand_bits(AKind, AWidth, AFractionBits);
    localparam int unsigned BBits  = format_pkg::significand_bits(BKind, BWidth, BFractionBits);
    // From the lowest up: infinity, nan, significand, exponent, sign.
    localparam int unsigned BPlace = ScalesBits;
    localparam int unsigned APlace = BPlace + Lanes * (3 + BField + BBits);

    for (genvar i = 0; i < Lanes; i++) begin : gen_lane
      kulisch_mac_unpack #(
        .AKind(AKind), .AWidth(AWidth), .AExponentBits(AExponentBits),
        .AFractionBits(AFractionBits), .ASpecials(ASpecials), .AHasSign(AHasSign),
        .AHasSubnormals(AHasSubnormals), .AHasZero(AHasZero),
        .BKind(BKind), .BWidth(BWidth), .BExponentBits(BExponentBits),
        .BFractionBits(BFractionBits), .BSpecials(BSpecials), .BHasSign(BHasSign),
        .BHasSubnormals(BHasSubnormals), .BHasZero(BHasZero),
        .FlushInputs(FlushInputs)
      ) u_unpack (
        .a_i(a_i[i*AWidth +: AWidth]), .b_i(b_i[i*BWidth +: BWidth]),
        .a_sign_o(data_o[APlace + Lanes*(2+ABits+AField) + i]),
        .a_exponent_o(data_o[APlace + Lanes*(2+ABits) + i*AField +: AField]),
        .a_significand_o(data_o[APlace + Lanes*2 + i*ABits +: ABits]),
        .a_nan_o(data_o[APlace + Lanes + i]), .a_infinity_o(data_o[APlace + i]),
        .b_sign_o(data_o[BPlace + Lanes*(2+BBits+BField) + i]),
        .b_exponent_o(data_o[BPlace + Lanes*(2+BBits) + i*BField +: BField]),
        .b_significand_o(data_o[BPlace + Lanes*2 + i*BBits +: BBits]),
        .b_nan_o(data_o[BPlace + Lanes + i]), .b_infinity_o(data_o[BPlace + i])
      );
    end
  end

  if (AScaling != 0) begin : gen_a_scales
    block_dot_scales #(
      .Scaling(AScaling), .Scales(AScales), .Kind(AScaleKind), .Width(AScaleWidth),
      .ExponentBits(AScaleExponentBits), .FractionBits(AScaleFractionBits),
      .Specials(AScaleSpecials), .HasSign(AScaleHasSign), .HasSubnormals(AScaleHasSubnormals),
      .HasZero(AScaleHasZero), .MicroBits(AMicroBits), .OutBits(AFieldBits)
    ) u_scales (
      .codes_i(a_i[AWordBits-1:Lanes*AWidth]), .data_o(data_o[BFieldBits +: AFieldBits])
    );
  end
  if (BScaling != 0) begin : gen_b_scales
    block_dot_scales #(
      .Scaling(BScaling), .Scales(BScales), .Kind(BScaleKind), .Width(BScaleWidth),
      .ExponentBits(BScaleExponentBits), .FractionBits(BScaleFractionBits),
      .Specials(BScaleSpecials), .HasSign(BScaleHasSign), .HasSubnormals(BScaleHasSubnormals),
      .HasZero(BScaleHasZero), .MicroBits(BMicroBits), .OutBits(BFieldBits)
    ) u_scales (
      .codes_i(b_i[BWordBits-1:Lanes*BWidth]), .data_o(data_o[0 +: BFieldBits])
    );
  end

endmodule
