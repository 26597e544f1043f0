// The exact product of every lane; and of every group, its two scales together.
// Twin of models/block_dot/block_dot_multiply.h.
//
//   floating lanes  | sign | exponent | significand | flags | lifts | scale exponent factor nan |
//   integer lanes   | negate | product | zero_sign          | lifts | scale exponent factor nan |
//
// A lift is the greatest sum that two microexponents can have, less the one that they have.
module block_dot_multiply #(
  parameter int unsigned Lanes           = 4,
  parameter int unsigned Groups          = 1,
  parameter int unsigned IntegerLanes    = 0,
  parameter int unsigned ZeroBits        = 0,   // of the signs of sums of zeros
  parameter int unsigned AKind           = 3,
  parameter int unsigned AWidth          = 8,
  parameter int unsigned BKind           = 3,
  parameter int unsigned BWidth          = 8,
  parameter int unsigned ABits           = 4,   // floating lanes: of the significands
  parameter int unsigned BBits           = 4,
  parameter int unsigned AFieldBits      = 4,   // and of the exponents
  parameter int unsigned BFieldBits      = 4,
  parameter int unsigned ExponentBits    = 5,
  parameter int unsigned FlagBits        = 0,
  parameter int unsigned AScales         = 0,
  parameter int unsigned AScaleExponentBits = 0,
  parameter int unsigned AFactorBits     = 0,
  parameter int unsigned ANanBits        = 0,
  parameter int unsigned AMicroBits      = 0,   // of one microexponent
  parameter int unsigned AMicros         = 0,
  parameter int unsigned BScales         = 0,
  parameter int unsigned BScaleExponentBits = 0,
  parameter int unsigned BFactorBits     = 0,
  parameter int unsigned BNanBits        = 0,
  parameter int unsigned BMicroBits      = 0,
  parameter int unsigned BMicros         = 0,
  parameter int unsigned Lifts           = 0,
  parameter int unsigned LiftBits        = 0,
  parameter int unsigned ScaleExponentBits = 0,  // of a group
  parameter int unsigned Multiplier      = 0,
  parameter int unsigned Adder           = 0,
  parameter int unsigned InBits          = 80,
  parameter int unsigned OutBits         = 60
) (
  input  logic [InBits-1:0]  data_i,
  output logic [OutBits-1:0] data_o
);

  localparam int unsigned FactorBits = AFactorBits + BFactorBits;
  localparam int unsigned NanBits    = (ANanBits + BNanBits > 0) ? 1 : 0;
  localparam int unsigned ScalesBits = Groups * (ScaleExponentBits + FactorBits + NanBits);
  localparam int unsigned RestBits   = ScalesBits + Lifts * LiftBits;

  // The operands' scales stand below their lanes.
  localparam int unsigned BScalesBits =
      BScales * (BScaleExponentBits + BFactorBits + BNanBits) + BMicros * BMicroBits;
  localparam int unsigned AScalesBits =
      AScales * (AScaleExponentBits + AFactorBits + ANanBits) + AMicros * AMicroBits;
  localparam int unsigned LanesPlace  = AScalesBits + BScalesBits;

  // lanes
  if (IntegerLanes != 0) begin : gen_integers
    localparam int unsigned Signed      = integer_pkg::is_signed(AKind, BKind);
    localparam int unsigned AFactor     = integer_pkg::factor_bits(AKind, AWidth, Signed);
    localparam int unsigned BFactor     = integer_pkg::factor_bits(BKind, BWidth, Signed);
    localparam int unsigned ProductBits =
        integer_pkg::product_bits(AKind, AWidth, BKind, BWidth);
    localparam int unsigned BPlace      = LanesPlace + ZeroBits;
    localparam int unsigned APlace      = BPlace + Lanes * BFactor;
    localparam int unsigned NPlace      = APlace + Lanes * AFactor;
    localparam int unsigned OutPlace    = RestBits + ZeroBits;

    for (genvar i = 0; i < Lanes; i++) begin : gen_lane
      integer_multiply #(
        .AKind(AKind), .AWidth(AWidth), .BKind(BKind), .BWidth(BWidth), .Multiplier(Multiplier),
        .Adder(Adder)
      ) u_multiply (
        .negate_i(data_i[NPlace + i]), .a_i(data_i[APlace + i*AFactor +: AFactor]),
        .b_i(data_i[BPlace + i*BFactor +: BFactor]),
        .negate_o(data_o[OutPlace + Lanes*ProductBits + i]),
        .product_o(data_o[OutPlace + i*ProductBits +: ProductBits])
      );
    end
    if (ZeroBits > 0) begin : gen_zero_sign
      assign data_o[RestBits +: ZeroBits] = data_i[LanesPlace +: ZeroBits];
    end
  end else begin : gen_floats
    localparam int unsigned FlagPorts = block_dot_pkg::port(FlagBits);
    localparam int unsigned BPlace    = LanesPlace;
    localparam int unsigned APlace    = BPlace + Lanes * (3 + BFieldBits + BBits);
    localparam int unsigned OutPlace  = RestBits + Lanes * FlagBits;

    for (genvar i = 0; i < Lanes; i++) begin : gen_lane
      logic [FlagPorts-1:0] flags;

      kulisch_mac_multiply #(
        .ABits(ABits), .BBits(BBits), .AFieldBits(AFieldBits), .BFieldBits(BFieldBits),
        .ExponentBits(ExponentBits), .FlagBits(FlagBits), .Multiplier(Multiplier), .Adder(Adder)
      ) u_multiply (
        .a_sign_i(data_i[APlace + Lanes*(2+ABits+AFieldBits) + i]),
        .a_exponent_i(data_i[APlace + Lanes*(2+ABits) + i*AFieldBits +: AFieldBits]),
        .a_significand_i(data_i[APlace + Lanes*2 + i*ABits +: ABits]),
        .a_nan_i(data_i[APlace + Lanes + i]), .a_infinity_i(data_i[APlace + i]),
        .b_sign_i(data_i[BPlace + Lanes*(2+BBits+BFieldBits) + i]),
        .b_exponent_i(data_i[BPlace + Lanes*(2+BBits) + i*BFieldBits +: BFieldBits]),
        .b_significand_i(data_i[BPlace + Lanes*2 + i*BBits +: BBits]),
        .b_nan_i(data_i[BPlace + Lanes + i]), .b_infinity_i(data_i[BPlace + i]),
        .sign_o(data_o[OutPlace + Lanes*(ABits+BBits+ExponentBits) + i]),
        .exponent_o(data_o[OutPlace + Lanes*(ABits+BBits) + i*ExponentBits +: ExponentBits]),
        .significand_o(data_o[OutPlace + i*(ABits+BBits) +: ABits+BBits]),
        .flags_o(flags)
      );
      if (FlagBits > 0) begin : gen_flags
        assign data_o[RestBits + i*FlagBits +: FlagBits] = flags;
      end else begin : gen_no_flags
        logic unused_flags;
        assign unused_flags = ^flags;
      end
    end
  end

  // lifts
  for (genvar i = 0; i < Lifts; i++) begin : gen_lift
    localparam logic [LiftBits-1:0] Most =
        LiftBits'(block_dot_pkg::most_micro(AMicroBits, BMicroBits));
    logic [LiftBits-1:0] a_micro, b_micro;
    if (AMicroBits > 0) begin : gen_a
      assign a_micro = LiftBits'(data_i[BScalesBits + (i*AMicros/Lifts)*AMicroBits +: AMicroBits]);
    end else begin : gen_no_a
      assign a_micro = '0;
    end
    if (BMicroBits > 0) begin : gen_b
      assign b_micro = LiftBits'(data_i[(i*BMicros/Lifts)*BMicroBits +: BMicroBits]);
    end else begin : gen_no_b
      assign b_micro = '0;
    end
    assign data_o[ScalesBits + i*LiftBits +: LiftBits] = Most - a_micro - b_micro;
  end

  // scales
  for (genvar g = 0; g < Groups; g++) begin : gen_scale
    localparam int unsigned AScale      = g * AScales / Groups;
    localparam int unsigned BScale      = g * BScales / Groups;
    localparam int unsigned ANanPlace   = BScalesBits + AMicros * AMicroBits;
    localparam int unsigned AFactPlace  = ANanPlace + AScales * ANanBits;
    localparam int unsigned AExpPlace   = AFactPlace + AScales * AFactorBits;
    localparam int unsigned BNanPlace   = BMicros * BMicroBits;
    localparam int unsigned BFactPlace  = BNanPlace + BScales * BNanBits;
    localparam int unsigned BExpPlace   = BFactPlace + BScales * BFactorBits;
    localparam int unsigned FactorPlace = Groups * NanBits;
    localparam int unsigned ExpPlace    = FactorPlace + Groups * FactorBits;

    if (ScaleExponentBits > 0) begin : gen_exponent
      logic [ScaleExponentBits-1:0] a_exponent, b_exponent;
      if (AScaleExponentBits > 0) begin : gen_a
        assign a_exponent = ScaleExponentBits'(
            data_i[AExpPlace + AScale*AScaleExponentBits +: AScaleExponentBits]);
      end else begin : gen_no_a
        assign a_exponent = '0;
      end
      if (BScaleExponentBits > 0) begin : gen_b
        assign b_exponent = ScaleExponentBits'(
            data_i[BExpPlace + BScale*BScaleExponentBits +: BScaleExponentBits]);
      end else begin : gen_no_b
        assign b_exponent = '0;
      end
      assign data_o[ExpPlace + g*ScaleExponentBits +: ScaleExponentBits] = a_exponent + b_exponent;
    end
    if (AFactorBits > 0 && BFactorBits > 0) begin : gen_product
      multiplier #(
        .AWidth(AFactorBits), .BWidth(BFactorBits), .Architecture(Multiplier), .Adder(Adder)
      ) u_factor (
        .a_i(data_i[AFactPlace + AScale*AFactorBits +: AFactorBits]),
        .b_i(data_i[BFactPlace + BScale*BFactorBits +: BFactorBits]),
        .product_o(data_o[FactorPlace + g*FactorBits +: FactorBits])
      );
    end else if (AFactorBits > 0) begin : gen_a_factor
      assign data_o[FactorPlace + g*FactorBits +: FactorBits] =
          data_i[AFactPlace + AScale*AFactorBits +: AFactorBits];
    end else if (BFactorBits > 0) begin : gen_b_factor
      assign data_o[FactorPlace + g*FactorBits +: FactorBits] =
          data_i[BFactPlace + BScale*BFactorBits +: BFactorBits];
    end
    if (ANanBits > 0 && BNanBits > 0) begin : gen_nan
      assign data_o[g] = data_i[ANanPlace + AScale] || data_i[BNanPlace + BScale];
    end else if (ANanBits > 0) begin : gen_a_nan
      assign data_o[g] = data_i[ANanPlace + AScale];
    end else if (BNanBits > 0) begin : gen_b_nan
      assign data_o[g] = data_i[BNanPlace + BScale];
    end
  end

endmodule
