// Adds up each group's products, exactly: shifts them to their places in fixed point, and sums.
// Products that share microexponents are summed before they are shifted by what those leave.
// Twin of models/block_dot/block_dot_reduce.h.
//
//   in    floating lanes | sign | exponent | significand | flags | lifts | scales |
//         integer lanes  | negate | product | zero_sign          | lifts | scales |
//   out   | sign | magnitude | flags | scales |    or, without scale into a fixed-point word,
//         | sum | flags |
module block_dot_reduce #(
  parameter int unsigned Enable          = 1,   // else data_o = data_i
  parameter int unsigned Lanes           = 4,
  parameter int unsigned Groups          = 1,
  parameter int unsigned IntegerLanes    = 0,
  parameter int unsigned ZeroBits        = 0,
  parameter int unsigned ZeroIsNegative  = 0,
  parameter int unsigned ExponentBits    = 5,
  parameter int unsigned SignificandBits = 8,
  parameter int unsigned LeastExponent   = 2,
  parameter int unsigned ProductBits     = 37,  // of a product in its place, with a sign
  parameter int unsigned FlagBits        = 0,
  parameter int unsigned Lifts           = 0,
  parameter int unsigned LiftBits        = 0,
  parameter int unsigned MostLift        = 0,
  parameter int unsigned ScalesBits      = 0,   // of all groups
  parameter int unsigned IsSigned        = 0,
  parameter int unsigned MagnitudeBits   = 40,
  parameter int unsigned Adder           = 0,
  parameter int unsigned InBits          = 80,
  parameter int unsigned OutBits         = 60
) (
  input  logic [InBits-1:0]  data_i,
  output logic [OutBits-1:0] data_o
);

  if (Enable == 0) begin : gen_wires
    assign data_o = data_i[OutBits-1:0];
  end else begin : gen_reduce
    localparam int unsigned GroupLanes  = Lanes / Groups;
    localparam int unsigned SumBits     = MagnitudeBits + ((IsSigned != 0) ? 0 : 1);
    localparam int unsigned RestBits    = ScalesBits + Lifts * LiftBits;
    localparam int unsigned LanesPlace  = RestBits + ZeroBits;
    localparam int unsigned FlagsPlace  = ScalesBits;
    localparam int unsigned OutPlace    = FlagsPlace + Groups * FlagBits;
    // Sums of neighbours that share a lift, or single products; then shifted by it.
    localparam int unsigned PartLanes   = (Lifts > 0) ? Lanes / Lifts : 1;
    localparam int unsigned PartBits    = ProductBits + $clog2(PartLanes);
    localparam int unsigned LiftedBits  = PartBits + MostLift;
    localparam int unsigned GroupParts  = GroupLanes / PartLanes;

    logic [Lanes-1:0]             negate;
    logic [Lanes*ProductBits-1:0] product;

    if (IntegerLanes != 0) begin : gen_integers
      assign {negate, product} = data_i[LanesPlace +: Lanes*(ProductBits+1)];
    end else begin : gen_floats
      localparam int unsigned FlagPorts  = block_dot_pkg::port(FlagBits);
      localparam int unsigned FloatPlace = RestBits + Lanes * FlagBits;

      for (genvar i = 0; i < Lanes; i++) begin : gen_lane
        logic [FlagPorts-1:0] unused_flags;
        kulisch_mac_align #(
          .SignificandBits(SignificandBits), .ExponentBits(ExponentBits),
          .LeastExponent(LeastExponent), .ProductBits(ProductBits), .FlagBits(0)
        ) u_align (
          .sign_i(data_i[FloatPlace + Lanes*(SignificandBits+ExponentBits) + i]),
          .exponent_i(data_i[FloatPlace + Lanes*SignificandBits + i*ExponentBits +: ExponentBits]),
          .significand_i(data_i[FloatPlace + i*SignificandBits +: SignificandBits]),
          .flags_i(1'b0), .negate_o(negate[i]), .product_o(product[i*ProductBits +: ProductBits]),
          .flags_o(unused_flags[0])
        );
      end
    end

    for (genvar g = 0; g < Groups; g++) begin : gen_group
      logic [SumBits-1:0] sum;    // less one if `lacking`
      logic               lacking;

      if (Lifts > 0) begin : gen_lifted
        logic [GroupParts*LiftedBits-1:0] lifted;
        for (genvar p = 0; p < GroupParts; p++) begin : gen_part
          localparam int unsigned First = g * GroupLanes + p * PartLanes;
          logic [PartBits-1:0]   tree, part;
          logic [LiftBits-1:0]   lift;
          signed_sum #(
            .Terms(PartLanes), .Width(ProductBits), .Adder(Adder), .SumBits(PartBits)
          ) u_sum (
            .negate_i(negate[First +: PartLanes]),
            .terms_i(product[First*ProductBits +: PartLanes*ProductBits]), .sum_o(tree)
          );
          assign part = tree + PartBits'(negate[First+PartLanes-1]);
          assign lift = data_i[ScalesBits + (g*GroupParts + p)*LiftBits +: LiftBits];
          assign lifted[p*LiftedBits +: LiftedBits] = LiftedBits'($signed(part)) << lift;
        end
        signed_sum #(
          .Terms(GroupParts), .Width(LiftedBits), .Adder(Adder), .SumBits(SumBits)
        ) u_sum (.negate_i('0), .terms_i(lifted), .sum_o(sum));
        assign lacking = 1'b0;
      end else begin : gen_plain
        signed_sum #(
          .Terms(GroupLanes), .Width(ProductBits), .Adder(Adder), .SumBits(SumBits)
        ) u_sum (
          .negate_i(negate[g*GroupLanes +: GroupLanes]),
          .terms_i(product[g*GroupLanes*ProductBits +: GroupLanes*ProductBits]), .sum_o(sum)
        );
        assign lacking = negate[(g+1)*GroupLanes - 1];
      end

      if (IsSigned != 0) begin : gen_signed
        assign data_o[OutPlace + g*MagnitudeBits +: MagnitudeBits] = sum + SumBits'(lacking);
      end else begin : gen_magnitude
        logic                     sign, zero_sign;
        logic [MagnitudeBits-1:0] magnitude;
        signed_magnitude #(.Width(SumBits), .Adder(Adder)) u_magnitude (
          .data_i(sum), .increment_i(lacking), .sign_o(sign),
          .magnitude_o(magnitude)
        );
        assign data_o[OutPlace + g*MagnitudeBits +: MagnitudeBits] = magnitude;
        if (IntegerLanes == 0) begin : gen_signs
          assign zero_sign = (ZeroIsNegative != 0) ? |negate[g*GroupLanes +: GroupLanes]
                                                   : &negate[g*GroupLanes +: GroupLanes];
        end else if (ZeroBits > 0) begin : gen_zero_sign
          assign zero_sign = data_i[RestBits + g];
        end else begin : gen_no_zero_sign
          assign zero_sign = 1'b0;
        end
        assign data_o[OutPlace + Groups*MagnitudeBits + g] = (magnitude == '0) ? zero_sign : sign;
      end

      for (genvar f = 0; f < FlagBits; f++) begin : gen_flag
        if (IntegerLanes != 0) begin : gen_none
          assign data_o[FlagsPlace + g*FlagBits + f] = 1'b0;
        end else begin : gen_any
          logic [GroupLanes-1:0] flags;
          for (genvar i = 0; i < GroupLanes; i++) begin : gen_lane
            assign flags[i] = data_i[RestBits + (g*GroupLanes + i)*FlagBits + f];
          end
          assign data_o[FlagsPlace + g*FlagBits + f] = |flags;
        end
      end
    end

    if (ScalesBits > 0) begin : gen_scales
      assign data_o[ScalesBits-1:0] = data_i[ScalesBits-1:0];
    end

    logic unused_flags;
    assign unused_flags = ^data_i;
  end

endmodule
